import type { PairedDevice, ScanResult } from '@lectern/check-in';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, RosterTerms, Ticket } from '@lectern/registrations';
import {
  type Answer,
  aConferenceThatIs,
  aGroup,
  aRoster,
  type Caller,
  testApp,
  type TestApp,
} from '../app.harness';

const SCHOOL = '961301';
const OTHER = '961302';
const DAY = '2027-03-09T09:40:00.000Z';
/** Another day, later than the one at hand. */
const AFTER = {
  startsAt: '2027-04-09T09:30:00.000Z',
  endsAt: '2027-04-09T15:00:00.000Z',
  registrationOpensAt: '2027-03-10T09:00:00.000Z',
  registrationClosesAt: '2027-03-30T17:00:00.000Z',
  finalNumbersAt: '2027-04-02T17:00:00.000Z',
};

/** A result, or the problem that came instead. */
type Answered = ScanResult & {
  readonly code?: string;
  readonly errors?: readonly { readonly field: string }[];
};

interface Phone {
  readonly paired: PairedDevice;
  readonly caller: Caller;
}

describe('people without a ticket at the door', () => {
  let test: TestApp;
  let staff: Caller;
  let school: Caller;
  let conference: Conference;
  let group: Group;
  let supervisor: Phone;

  const pair = async (conferenceId: string, role: 'steward' | 'supervisor'): Promise<Phone> => {
    const { body } = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
      role,
      label: 'Foyer',
    });
    const paired = await test.anyone.post<PairedDevice>('/check-in/devices', {
      pairingCode: body.pairingCode,
      name: 'Kim Hale',
    });
    return {
      paired: paired.body,
      caller: test.anyone.with({ authorization: `Bearer ${paired.body.token}` }),
    };
  };

  const atDoor = (change: object) => ({
    id: newId(),
    checkpointId: supervisor.paired.checkpoints[0]?.id ?? '',
    givenName: 'Wren',
    familyName: 'Oakley',
    yearGroup: 9,
    reason: 'Came on the coach, not on the list',
    scannedAt: test.clock.now().toISOString(),
    ...change,
  });
  const aWalkIn = (change: object = {}) => atDoor({ groupId: group.id, kind: 'pupil', ...change });

  const walkIn = (change: object = {}, by: Caller = supervisor.caller): Promise<Answer<Answered>> =>
    by.post('/check-in/walk-ins', aWalkIn(change));

  const tickets = async (): Promise<Ticket[]> => (await staff.get(`/groups/${group.id}/tickets`)).body.items;
  const seen = async (): Promise<Group> => (await staff.get<Group>(`/groups/${group.id}`)).body;
  const attendance = async () => (await staff.get(`/conferences/${conference.id}/attendance`)).body;
  const placesGiven = async (): Promise<number> => {
    const [row] = await test.database.select<{ places_given: number }>(
      'SELECT places_given FROM conferences WHERE id = ?',
      [conference.id],
    );
    return Number(row?.places_given);
  };

  /** A group of ten with three named, on the morning of the day. */
  const begin = async (places: { pupilPlaces?: number; schoolCap?: number; named?: number } = {}) => {
    const { named = 3, ...change } = places;
    test.clock.set('2027-01-12T09:00:00.000Z');
    staff = await test.as('staff');
    school = await test.as('coordinator', SCHOOL);
    conference = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 10, ...change });
    const asked = aGroup({ schoolUrn: SCHOOL, pupilsWanted: 10, pupilsMinimum: 1 });
    group = (await staff.post<Group>(`/conferences/${conference.id}/groups`, asked)).body;
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(named) });
    for (const to of ['registration-closed', 'live'])
      await staff.post(`/conferences/${conference.id}/transitions`, { to });
    test.clock.set(DAY);
    staff = await test.as('staff');
    school = await test.as('coordinator', SCHOOL);
    supervisor = await pair(conference.id, 'supervisor');
  };

  beforeAll(async () => {
    test = await testApp();
    await test.addSchools([SCHOOL, OTHER]);
  });

  afterAll(() => test.close());

  describe('a walk-in', () => {
    it('takes a place of the group that nobody is named for, and is let in at once', async () => {
      await begin();
      const { status, body } = await walkIn();
      expect(status).toBe(200);
      expect(body).toMatchObject({
        outcome: 'admitted',
        duplicate: false,
        ticket: { displayName: 'Wren Oakley', kind: 'pupil', groupId: group.id },
      });
      expect(body.ticket?.flags).toContain('walk-in');
      expect(await placesGiven()).toBe(10);
      expect(await seen()).toMatchObject({ places: 10, pupilsNamed: 4 });
      expect((await tickets()).map(({ displayName }) => displayName)).toContain('Wren Oakley');
    });

    it('acceptance 44: is counted apart from the registered, and all that came never exceed both', async () => {
      await begin();
      await walkIn();
      await walkIn({ kind: 'adult', yearGroup: undefined, givenName: 'Pat' });
      const [first] = await tickets();
      await supervisor.caller.post('/check-in/scans', {
        scans: [
          {
            id: newId(),
            checkpointId: supervisor.paired.checkpoints[0]?.id,
            code: first?.code,
            direction: 'in',
            scannedAt: DAY,
          },
        ],
      });
      const now = await attendance();
      expect(now).toMatchObject({ registered: 3, walkIns: 2, admitted: 3, onSite: 3, neverCame: 2 });
      expect(now.onSite).toBeLessThanOrEqual(Number(now.registered) + Number(now.walkIns));
    });

    it('is one person and one scan, however often the same id is sent at once', async () => {
      await begin();
      const same = aWalkIn();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => supervisor.caller.post<ScanResult>('/check-in/walk-ins', same)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(new Set(answers.map(({ body }) => body.ticket?.ticketId)).size).toBe(1);
      expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
      expect(await seen()).toMatchObject({ pupilsNamed: 4 });
    });

    it('is given a place that the conference has left, within the school’s cap', async () => {
      await begin({ pupilPlaces: 11, named: 10 });
      expect((await walkIn()).body).toMatchObject({ outcome: 'admitted' });
      expect(await seen()).toMatchObject({ places: 11, pupilsNamed: 11 });
      expect(await placesGiven()).toBe(11);
    });

    it('acceptance 44: finds no place, is refused with the numbers, and nobody is put on the list', async () => {
      await begin({ named: 10 });
      const { status, body } = await walkIn();
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { code: 'no-places-left', places: 10, named: 10, placesLeft: 0 },
      });
      expect(JSON.stringify(body)).toContain('10 places and 10 pupils named');
      expect(await seen()).toMatchObject({ pupilsNamed: 10 });
      expect(await attendance()).toMatchObject({ walkIns: 0, admitted: 0 });
    });

    it('is refused beyond the school’s cap even where the conference has places', async () => {
      await begin({ pupilPlaces: 50, schoolCap: 10, named: 10 });
      expect((await walkIn()).body).toMatchObject({ code: 'no-places-left', placesLeft: 40 });
    });

    it('rule 1: goes over the places only when a supervisor says so, which staff are shown', async () => {
      await begin({ named: 10 });
      expect((await walkIn({ overPlaces: true })).body).toMatchObject({ outcome: 'admitted' });
      expect(await placesGiven()).toBe(10);
      expect(await seen()).toMatchObject({ places: 10, pupilsNamed: 11, pupilsOver: 1 });
      const { body } = await staff.get<RosterTerms>(`/groups/${group.id}/roster-terms`);
      expect(body.overrides[0]).toMatchObject({
        by: 'Kim Hale',
        reason: 'Came on the coach, not on the list',
        atDoor: { kind: 'walk-in', overPlaces: true },
      });
      const [record] = await test.database.select<{ actor_kind: string; actor_id: string; details: string }>(
        "SELECT actor_kind, actor_id, details FROM audit_records WHERE action = 'roster.walked-in' AND object_id = ?",
        [group.id],
      );
      expect(record).toMatchObject({ actor_kind: 'device', actor_id: supervisor.paired.deviceId });
      expect(JSON.stringify(record?.details)).not.toContain('Oakley');
    });

    it('is for a supervisor’s phone: a steward’s is refused, and another event’s finds no group', async () => {
      await begin();
      const steward = await pair(conference.id, 'steward');
      expect((await walkIn({}, steward.caller)).status).toBe(403);
      const elsewhere = await aConferenceThatIs(staff, 'published', AFTER);
      const other = await pair(elsewhere.id, 'supervisor');
      const refused = await other.caller.post(
        '/check-in/walk-ins',
        aWalkIn({ checkpointId: other.paired.checkpoints[0]?.id, scannedAt: DAY }),
      );
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(500);
      expect(await seen()).toMatchObject({ pupilsNamed: 3 });
    });

    it('is refused for a group without places, a year that was not invited and a door that is shut', async () => {
      await begin();
      expect((await walkIn({ yearGroup: 12 })).body.errors).toMatchObject([{ field: 'yearGroup' }]);
      expect((await walkIn({ checkpointId: newId() })).body.errors).toMatchObject([
        { field: 'checkpointId' },
      ]);
      expect((await walkIn({ groupId: newId() })).body.errors).toMatchObject([{ field: 'groupId' }]);
      const { body: lunch } = await staff.post(`/conferences/${conference.id}/checkpoints`, {
        name: 'Lunch',
        admits: 'once',
        opensAt: '2027-03-09T12:00:00Z',
      });
      expect((await walkIn({ checkpointId: lunch.id })).body).toMatchObject({ code: 'door-closed' });
      await school.post(`/groups/${group.id}/cancellation`, {});
      expect((await walkIn()).body).toMatchObject({ code: 'group-cancelled' });
      expect(await attendance()).toMatchObject({ walkIns: 0 });
    });

    it('waits for the day: while the list is open the person is added there', async () => {
      test.clock.set('2027-01-12T09:00:00.000Z');
      staff = await test.as('staff');
      conference = await aConferenceThatIs(staff, 'registration-open');
      group = (await staff.post<Group>(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: SCHOOL })))
        .body;
      supervisor = await pair(conference.id, 'supervisor');
      expect((await walkIn()).body).toMatchObject({ code: 'list-still-open' });
    });

    it('is added by staff at their desk too, and by nobody else', async () => {
      await begin();
      const path = `/conferences/${conference.id}/walk-ins`;
      const who = { groupId: group.id, kind: 'pupil', givenName: 'Teal', familyName: 'Ashby', yearGroup: 9 };
      const { status, body } = await staff.post(path, { ...who, reason: 'Rang from the coach' });
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { person: { givenName: 'Teal' }, overPlaces: false },
      });
      expect((await tickets()).map(({ id }) => id)).toContain(body.ticketId);
      expect((await school.post(path, { ...who, reason: 'Please' })).status).toBe(404);
    });
  });

  describe('a swap at the door', () => {
    const swap = (change: object, by: Caller = supervisor.caller): Promise<Answer<Answered>> =>
      by.post('/check-in/substitutions', atDoor(change));

    it('lets the new person in, withdraws the old badge and tells the school', async () => {
      await begin();
      const [old] = await tickets();
      const { status, body } = await swap({ ticketId: old?.id });
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'admitted', ticket: { displayName: 'Wren Oakley' } });
      expect(body.ticket?.flags).not.toContain('walk-in');
      expect((await tickets()).find(({ id }) => id === old?.id)).toMatchObject({
        status: 'revoked',
        ended: 'replaced',
      });
      expect(await seen()).toMatchObject({ pupilsNamed: 3 });
      const mails = await test.database.select(
        "SELECT id FROM outbox_mails WHERE kind = 'roster.person-swapped' AND object_id = ?",
        [group.id],
      );
      expect(mails.length).toBeGreaterThan(0);
      const { body: terms } = await staff.get<RosterTerms>(`/groups/${group.id}/roster-terms`);
      expect(terms.overrides[0]).toMatchObject({ atDoor: { kind: 'substitution' }, by: 'Kim Hale' });
    });

    it('passes final numbers where the school itself may no longer swap', async () => {
      await begin();
      await staff.patch(`/conferences/${conference.id}/roster-settings`, { swapsAfterFinalNumbers: false });
      const [old] = await tickets();
      const path = `/groups/${group.id}/people/${old?.personId}/substitution`;
      const instead = { givenName: 'Wren', familyName: 'Oakley', yearGroup: 9 };
      expect((await school.post(path, instead)).body).toMatchObject({ code: 'final-numbers-passed' });
      expect((await swap({ ticketId: old?.id })).body).toMatchObject({ outcome: 'admitted' });
    });

    it('is one swap, however often the same id is sent', async () => {
      await begin();
      const [old] = await tickets();
      const same = atDoor({ ticketId: old?.id });
      const answers = await Promise.all(
        [1, 2, 3].map(() => supervisor.caller.post<ScanResult>('/check-in/substitutions', same)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.ticket?.ticketId)).size).toBe(1);
      expect(await tickets()).toHaveLength(4);
    });

    it('is refused for somebody who was let in, at the door and on the school’s own page', async () => {
      await begin();
      const [old] = await tickets();
      await supervisor.caller.post('/check-in/scans', {
        scans: [
          {
            id: newId(),
            checkpointId: supervisor.paired.checkpoints[0]?.id,
            code: old?.code,
            direction: 'in',
            scannedAt: DAY,
          },
        ],
      });
      const refused = await swap({ ticketId: old?.id });
      expect(refused).toMatchObject({ status: 409, body: { code: 'already-let-in' } });
      expect(JSON.stringify(refused.body)).toContain('let in at 9.40am, Main door');
      const path = `/groups/${group.id}/people/${old?.personId}/substitution`;
      const instead = { givenName: 'Wren', familyName: 'Oakley', yearGroup: 9 };
      for (const by of [school, staff])
        expect(await by.post(path, instead)).toMatchObject({ status: 409, body: { code: 'already-let-in' } });
      expect(await tickets()).toHaveLength(3);
    });

    it('is refused for a badge that was withdrawn, for one of another event, and to a steward', async () => {
      await begin();
      const [old] = await tickets();
      await staff.post(`/groups/${group.id}/people/${old?.personId}/cancellation`);
      expect((await swap({ ticketId: old?.id })).body).toMatchObject({ code: 'ticket-withdrawn' });
      expect((await swap({ ticketId: newId() })).body.errors).toMatchObject([{ field: 'ticketId' }]);
      const steward = await pair(conference.id, 'steward');
      expect((await swap({ ticketId: old?.id }, steward.caller)).status).toBe(403);
    });
  });

  describe('a badge that is printed at the door', () => {
    const badge = async (ticketId: string | undefined, by: Caller) => {
      const answer = await test.app.inject({
        method: 'GET',
        url: `/api/check-in/tickets/${ticketId}/badge.pdf`,
        headers: by.headers,
      });
      return { status: answer.statusCode, type: answer.headers['content-type'] };
    };

    it('is there for a supervisor’s phone of the same event, and for no other', async () => {
      await begin();
      const [ticket] = await tickets();
      const steward = await pair(conference.id, 'steward');
      const elsewhere = await pair((await aConferenceThatIs(staff, 'published', AFTER)).id, 'supervisor');
      expect(await badge(ticket?.id, supervisor.caller)).toEqual({ status: 200, type: 'application/pdf' });
      expect((await badge(ticket?.id, steward.caller)).status).toBe(403);
      expect((await badge(ticket?.id, elsewhere.caller)).status).toBe(404);
      expect((await badge('no-ticket', supervisor.caller)).status).toBe(404);
    });

    it('is not printed once it was withdrawn', async () => {
      await begin();
      const [ticket] = await tickets();
      await staff.post(`/groups/${group.id}/people/${ticket?.personId}/cancellation`);
      expect((await badge(ticket?.id, supervisor.caller)).status).toBe(404);
    });
  });
});
