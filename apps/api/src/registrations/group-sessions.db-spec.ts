import type { ProgrammeRoom, ProgrammeSession, ProgrammeSlot } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, GroupSessions, SessionBoard, SessionPlan } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const urns = Array.from({ length: 16 }, (_, n) => String(915_000 + n));

describe('the sessions of groups', () => {
  let test: TestApp;
  let staff: Caller;
  let id: string;
  let slot: ProgrammeSlot;
  let rooms: ProgrammeRoom[];
  let codes: ProgrammeSession;
  let dance: ProgrammeSession;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(urns);
  });
  afterAll(() => test.close());

  const part = async <T>(kind: string, body: object): Promise<T> => {
    const answer = await staff.post(`/conferences/${id}/programme/${kind}`, body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const aSlot = (name: string, starts: string, ends: string, grouping: string) =>
    part<ProgrammeSlot>('slots', { name, startsAt: at(starts), endsAt: at(ends), grouping });
  const aSession = (title: string, slotId: string, roomId: string, more: object = {}) =>
    part<ProgrammeSession>('sessions', { title, slotId, roomId, ...more });
  const register = async (urn: string, pupilsWanted = 30, adults = 2): Promise<Group> => {
    const asked = aGroup({ schoolUrn: urn, pupilsWanted, adults });
    return (await staff.post<Group>(`/conferences/${id}/groups`, asked)).body;
  };
  const publishProgramme = () => staff.put(`/conferences/${id}/programme/publication`, { published: true });
  const place = (group: Group, session: ProgrammeSession, more: object = {}) =>
    staff.post(`/conferences/${id}/session-placements`, {
      groupId: group.id,
      sessionId: session.id,
      ...more,
    });
  const workOut = async (seed?: string): Promise<SessionPlan> => {
    const answer = await staff.post(`/conferences/${id}/session-plans`, seed ? { seed } : {});
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const publish = ({ seed, digest }: SessionPlan) =>
    staff.post<SessionBoard>(`/conferences/${id}/session-plans/publication`, { seed, digest });
  const board = async (): Promise<SessionBoard> => (await staff.get(`/conferences/${id}/session-board`)).body;
  const taken = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await board()).slots.flatMap(({ sessions }) => sessions.map((each) => [each.title, each.taken])),
    );
  const letters = async (kind: string): Promise<number> => {
    const [row] = await test.database.select<{ n: number }>(
      'SELECT COUNT(*) AS n FROM outbox_mails WHERE kind = ?',
      [kind],
    );
    return Number(row?.n);
  };
  const choose = (by: Caller, group: Group, sessionIds: string[], slotId = slot.id) =>
    by.put<GroupSessions>(`/groups/${group.id}/session-choices`, { choices: [{ slotId, sessionIds }] });

  beforeEach(async () => {
    ({ id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 400 }));
    slot = await aSlot('Session 1', '10:00', '10:45', 'choose');
    rooms = [
      await part<ProgrammeRoom>('rooms', { name: 'The Arden Theatre', capacity: 60 }),
      await part<ProgrammeRoom>('rooms', { name: 'Lab 2', capacity: 40 }),
    ];
    codes = await aSession('Codes', slot.id, rooms[0]!.id);
    dance = await aSession('Dance', slot.id, rooms[1]!.id);
  });

  describe('choosing', () => {
    it('keeps a group’s choices in order, and replaces them with the next', async () => {
      await publishProgramme();
      const group = await register('915000');
      const coordinator = await test.as('coordinator', '915000');
      const first = await choose(coordinator, group, [dance.id, codes.id]);
      expect(first.body.choosing).toMatchObject({ isOpen: true, slots: [{ chosen: [dance.id, codes.id] }] });
      const second = await choose(coordinator, group, [codes.id]);
      expect(second.body.choosing.slots[0]?.chosen).toEqual([codes.id]);
    });

    it('opens with the programme and closes with final numbers, for schools', async () => {
      const group = await register('915000');
      expect(await choose(staff, group, [codes.id])).toMatchObject({
        status: 409,
        body: { code: 'session-choices-closed' },
      });
      await publishProgramme();
      test.clock.set('2027-03-02T17:00:00.000Z');
      const late = await choose(await test.as('coordinator', '915000'), group, [codes.id]);
      const byStaff = await choose(await test.as('staff'), group, [codes.id]);
      test.clock.set('2027-01-12T09:00:00.000Z');
      expect(late).toMatchObject({ status: 409, body: { code: 'session-choices-closed' } });
      expect(byStaff.status).toBe(200);
    });

    it('is for confirmed groups, and for times that groups choose in', async () => {
      await publishProgramme();
      const placedIn = await aSlot('Session 2', '11:00', '11:45', 'placed');
      const sport = await aSession('Sport', placedIn.id, rooms[0]!.id);
      const group = await register('915000');
      expect(await choose(staff, group, [sport.id], placedIn.id)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'choices[0].slotId' }] },
      });
      expect(await choose(staff, group, [sport.id])).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'choices[0].sessionIds' }] },
      });
      await staff.post(`/groups/${group.id}/cancellation`, {});
      expect((await choose(staff, group, [codes.id])).status).toBe(409);
    });

    it('refuses a session for other years than those of the named pupils', async () => {
      await publishProgramme();
      const sport = await aSession('Sport', slot.id, rooms[0]!.id, { roomId: null, yearGroups: [10] });
      const group = await register('915000');
      await staff.put(`/groups/${group.id}/roster`, { people: aRoster(2, { yearGroup: 9 }) });
      expect(await choose(staff, group, [sport.id])).toMatchObject({
        status: 400,
        body: { errors: [{ code: 'other-years' }] },
      });
    });

    it('rule 7: is of one’s own school', async () => {
      await publishProgramme();
      const group = await register('915000');
      const other = await test.as('coordinator', '915001');
      expect((await choose(other, group, [codes.id])).status).toBe(404);
      expect((await other.get(`/groups/${group.id}/sessions`)).status).toBe(404);
    });
  });

  describe('placing by hand', () => {
    it('seats the whole group, adults too', async () => {
      const group = await register('915000');
      expect(await place(group, codes)).toMatchObject({
        status: 201,
        body: { pupils: 30, adults: 2, byHand: true },
      });
      expect(await taken()).toEqual({ Codes: 32, Dance: 0 });
    });

    it('refuses more people than the room holds, with the numbers', async () => {
      await place(await register('915000'), codes);
      const answer = await place(await register('915001'), codes);
      const message =
        'The Arden Theatre holds 60 people and 32 are placed in ‘Codes’. School 915001 would bring 32, which is 4 too many. Choose another session, or place fewer pupils.';
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'room-full', seatsLeft: 28, errors: [{ field: 'sessionId', message }] },
      });
      expect(await taken()).toEqual({ Codes: 32, Dance: 0 });
    });

    it('refuses a group that is elsewhere at that time, in a slot that only overlaps too', async () => {
      const group = await register('915000');
      const beside = await aSlot('Beside', '10:30', '11:00', 'placed');
      const hall = await part<ProgrammeRoom>('rooms', { name: 'Hall', capacity: 100 });
      const sport = await aSession('Sport', beside.id, hall.id);
      await place(group, codes);
      for (const session of [dance, sport]) {
        expect(await place(group, session)).toMatchObject({
          status: 409,
          body: {
            code: 'programme-clash',
            errors: [
              {
                field: 'groupId',
                message:
                  'School 915000 is in ‘Codes’ from 10am to 10.45am. Take it out of that session first, or move it.',
              },
            ],
          },
        });
      }
    });

    it('moves a group, splits one, and takes it out again', async () => {
      const group = await register('915000');
      const first = await place(group, codes);
      const moved = await place(group, dance, { insteadOf: first.body.id });
      expect(await taken()).toEqual({ Codes: 0, Dance: 32 });
      await staff.delete(`/conferences/${id}/session-placements/${moved.body.id}`);
      await place(group, codes, { pupils: 18, adults: 1 });
      expect((await place(group, dance)).body).toMatchObject({ pupils: 12, adults: 1 });
      expect(await taken()).toEqual({ Codes: 19, Dance: 13 });
      expect((await place(group, dance, { pupils: 1 })).body.code).toBe('programme-clash');
    });

    it('takes no more pupils than the group has places, nor more adults', async () => {
      const group = await register('915000');
      expect((await place(group, codes, { pupils: 31 })).body.errors).toMatchObject([{ field: 'pupils' }]);
      expect((await place(group, codes, { adults: 3 })).body.errors).toMatchObject([{ field: 'adults' }]);
    });

    it('takes nobody of another conference, and only where there is a room and a choice', async () => {
      const stranger = await register('915002');
      const own = id;
      ({ id } = await aConferenceThatIs(staff, 'registration-open'));
      const lunch = await aSlot('Lunch', '12:00', '12:45', 'together');
      const hall = await part<ProgrammeRoom>('rooms', { name: 'Hall', capacity: 100 });
      const eating = await aSession('Lunch', lunch.id, hall.id);
      const sometime = await aSlot('Session 1', '10:00', '10:45', 'placed');
      const nowhere = await part<ProgrammeSession>('sessions', { title: 'Sport', slotId: sometime.id });
      const group = await register('915003');
      expect((await place(stranger, nowhere)).body.errors).toMatchObject([{ field: 'groupId' }]);
      expect((await place(group, codes)).body.errors).toMatchObject([{ code: 'unknown-session' }]);
      expect((await place(group, eating)).body.errors).toMatchObject([{ code: 'together' }]);
      expect((await place(group, nowhere)).body.errors).toMatchObject([{ code: 'no-room' }]);
      const foreign = `/conferences/${own}/session-placements/${newId()}`;
      expect((await staff.delete(foreign)).status).toBe(404);
    });

    it('frees the seats of a group that cancels', async () => {
      const group = await register('915000');
      await place(group, codes);
      await staff.post(`/groups/${group.id}/cancellation`, {});
      expect(await taken()).toEqual({ Codes: 0, Dance: 0 });
      expect((await place(await register('915000'), codes)).status).toBe(201);
    });

    it('never seats more than the room holds, whoever comes at once', async () => {
      const groups = await Promise.all(urns.slice(0, 12).map((urn) => register(urn, 9, 1)));
      const answers = await Promise.all(groups.map((group) => place(group, codes)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(6);
      expect(answers.filter(({ body }) => body.code === 'room-full')).toHaveLength(6);
      expect(await taken()).toEqual({ Codes: 60, Dance: 0 });
    });

    it('places one group once, however often it is placed at once', async () => {
      const group = await register('915000', 10, 1);
      const answers = await Promise.all(
        [codes, dance, codes, dance].map((session) =>
          staff.with({ 'idempotency-key': newId() }).post(`/conferences/${id}/session-placements`, {
            groupId: group.id,
            sessionId: session.id,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const counts = await taken();
      expect(counts['Codes']! + counts['Dance']!).toBe(11);
    });
  });

  describe('working out', () => {
    it('is a dry run that keeps nothing, and the same each time', async () => {
      const group = await register('915000');
      await publishProgramme();
      await choose(staff, group, [dance.id]);
      const plan = await workOut();
      expect(await workOut()).toEqual(plan);
      expect(plan.slots[0]?.groups).toMatchObject([
        {
          school: 'School 915000',
          choice: 1,
          reason: 'First choice.',
          parts: [{ title: 'Dance', pupils: 30 }],
        },
      ]);
      expect(plan.counts).toMatchObject({ firstChoice: 1, pupilsWithout: 0 });
      expect(await taken()).toEqual({ Codes: 0, Dance: 0 });
    });

    it('keeps what was shown, tells every school once, and shows it on the group’s page', async () => {
      const groups = [await register('915010'), await register('915011')];
      const coordinator = await test.as('coordinator', '915010');
      await publishProgramme();
      await choose(coordinator, groups[0]!, [dance.id]);
      const before = await letters('group.sessions');
      const see = async () =>
        (await coordinator.get<GroupSessions>(`/groups/${groups[0]!.id}/sessions`)).body;
      expect((await see()).timetable).toMatchObject([{ slot: 'Session 1', session: null }]);
      expect(await publish(await workOut())).toMatchObject({
        status: 200,
        body: { publishedAt: expect.any(String) },
      });
      const { timetable, choosing } = await see();
      expect(timetable).toMatchObject([
        { session: { title: 'Dance', room: 'Lab 2' }, pupils: null, reason: 'First choice.' },
      ]);
      expect(choosing.isOpen).toBe(false);
      // One letter for the one coordinator that there is.
      expect(await letters('group.sessions')).toBe(before + 1);
      expect(await taken()).toEqual({ Codes: 32, Dance: 32 });
    });

    it('tells each school once, though two publish at once', async () => {
      await register('915014');
      await test.as('coordinator', '915014');
      await publishProgramme();
      const { seed, digest } = await workOut();
      const before = (await letters('group.sessions')) + (await letters('group.sessions-changed'));
      const answers = await Promise.all(
        [newId(), newId(), newId()].map((key) =>
          staff
            .with({ 'idempotency-key': key })
            .post(`/conferences/${id}/session-plans/publication`, { seed, digest }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await letters('group.sessions')) + (await letters('group.sessions-changed'))).toBe(before + 1);
    });

    it('refuses to publish what nobody has seen', async () => {
      await register('915000');
      await publishProgramme();
      const plan = await workOut();
      await register('915001');
      expect(await publish(plan)).toMatchObject({ status: 409, body: { code: 'session-plan-stale' } });
      expect(await taken()).toEqual({ Codes: 0, Dance: 0 });
    });

    it('waits for the programme to be published', async () => {
      await register('915000');
      expect(await publish(await workOut())).toMatchObject({
        status: 409,
        body: { code: 'programme-not-published' },
      });
    });

    it('leaves what staff placed, fills the seats that are left and splits what fits nowhere', async () => {
      const [byHand, large] = [await register('915000', 28, 2), await register('915001', 58, 2)];
      await place(byHand, codes);
      await publishProgramme();
      const plan = await workOut();
      expect(plan.slots[0]?.groups).toMatchObject([
        {
          groupId: large.id,
          parts: [
            { title: 'Dance', pupils: 39, adults: 1 },
            { title: 'Codes', pupils: 19, adults: 1 },
          ],
        },
      ]);
      await publish(plan);
      expect(await taken()).toEqual({ Codes: 50, Dance: 40 });
      const kept = (await board()).slots[0]!.groups.find(({ groupId }) => groupId === byHand.id)!;
      expect(kept.placements).toMatchObject([{ byHand: true, sessionId: codes.id }]);
    });

    it('tells only those whose day changes when it is published again or a group is moved', async () => {
      const [first] = [await register('915012', 15, 2), await register('915013', 15, 2)];
      await test.as('coordinator', '915012');
      await test.as('coordinator', '915013');
      await publishProgramme();
      await publish(await workOut());
      const before = await letters('group.sessions-changed');
      await publish(await workOut());
      expect(await letters('group.sessions-changed')).toBe(before);
      const group = (await board()).slots[0]!.groups.find(({ groupId }) => groupId === first.id)!;
      const [now] = group.placements;
      const other = now?.sessionId === codes.id ? dance : codes;
      expect((await place(first, other, { insteadOf: now?.id })).status).toBe(201);
      expect(await letters('group.sessions-changed')).toBe(before + 1);
    });

    it('never seats more than the rooms hold when it is published and placed by hand at once', async () => {
      const groups = await Promise.all(urns.slice(0, 8).map((urn) => register(urn, 10, 1)));
      await publishProgramme();
      const plan = await workOut();
      await Promise.all([
        publish(plan),
        ...groups.map((group, n) => place(group, n % 2 ? codes : dance)),
        publish(plan),
      ]);
      const counts = await taken();
      expect(counts['Codes']).toBeLessThanOrEqual(60);
      expect(counts['Dance']).toBeLessThanOrEqual(40);
      for (const { groups: there } of (await board()).slots) {
        for (const { placements, pupils } of there)
          expect(placements.reduce((sum, each) => sum + each.pupils, 0)).toBeLessThanOrEqual(pupils);
      }
    });
  });

  describe('keep what groups have when the programme changes', () => {
    it('a room stays large enough, and a session with groups stays', async () => {
      await place(await register('915000'), codes);
      const path = `/conferences/${id}/programme`;
      expect(await staff.put(`${path}/rooms/${rooms[0]!.id}`, { name: 'Arden', capacity: 31 })).toMatchObject(
        {
          status: 409,
          body: { code: 'room-full', errors: [{ field: 'capacity' }] },
        },
      );
      const session = { title: 'Codes', slotId: slot.id };
      expect((await staff.put(`${path}/sessions/${codes.id}`, session)).body.errors).toMatchObject([
        { field: 'roomId', code: 'groups-placed' },
      ]);
      expect(
        (await staff.put(`${path}/slots/${slot.id}`, { ...slot, id: undefined, grouping: 'together' })).body
          .errors,
      ).toMatchObject([{ field: 'grouping', code: 'groups-placed' }]);
      expect(await staff.delete(`${path}/sessions/${codes.id}`)).toMatchObject({
        status: 409,
        body: {
          code: 'programme-in-use',
          detail: expect.stringContaining('School 915000 is placed in ‘Codes’'),
        },
      });
      expect(await staff.put(`${path}/rooms/${rooms[0]!.id}`, { name: 'Arden', capacity: 32 })).toMatchObject(
        {
          status: 200,
        },
      );
    });

    it('a time is not moved onto another that one of its groups is in', async () => {
      const later = await aSlot('Session 2', '11:00', '11:45', 'placed');
      const sport = await aSession('Sport', later.id, rooms[0]!.id);
      const group = await register('915000');
      await place(group, dance);
      await place(group, sport);
      const moved = { name: 'Session 2', startsAt: at('10:30'), endsAt: at('11:15'), grouping: 'placed' };
      await staff.put(`/conferences/${id}/programme/sessions/${codes.id}`, {
        title: 'Codes',
        slotId: slot.id,
      });
      const answer = await staff.put(`/conferences/${id}/programme/slots/${later.id}`, moved);
      expect(answer.body).toMatchObject({
        code: 'programme-clash',
        errors: [{ field: 'startsAt', code: 'group-taken' }],
      });
    });

    it('a session that goes takes the wishes for it with it', async () => {
      await publishProgramme();
      const group = await register('915000');
      await choose(staff, group, [codes.id, dance.id]);
      expect((await staff.delete(`/conferences/${id}/programme/sessions/${codes.id}`)).status).toBe(204);
      const { body } = await staff.get<GroupSessions>(`/groups/${group.id}/sessions`);
      expect(body.choosing.slots[0]?.chosen).toEqual([dance.id]);
    });
  });
});
