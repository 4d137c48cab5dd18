import { newId } from '@lectern/core';
import type {
  CpdHours,
  CpdSession,
  SeriesAttendance,
  SessionAttendance,
  SessionDoor,
  SessionTicket,
} from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { pairPhone, type Phone, sendScans } from '../../check-in/door.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { AttendanceReader } from './attendance-reader';
import { AttendanceSettlement } from './attendance-settlement';
import { aBookingOf, accountOf, anApprovedOffer, aSessionOfTheDay, at, change } from './attendance.harness';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(['930001', '930002']);
  test.clock.set(at('15:00'));
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
});

beforeEach(() => test.clock.set(at('15:00')));

afterAll(() => test.close());

const attendanceOf = async (session: Pick<CpdSession, 'id'>): Promise<SessionAttendance> =>
  (await staff.get<SessionAttendance>(`/cpd/sessions/${session.id}/attendance`)).body;

const correct = (session: Pick<CpdSession, 'id'>, people: readonly unknown[], reason = 'I was there.') =>
  staff.post<SessionAttendance & { code?: string; errors: { field: string; code: string }[] }>(
    `/cpd/sessions/${session.id}/attendance/corrections`,
    { people, reason },
  );

const deliver = (session: Pick<CpdSession, 'id'>) =>
  staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'delivered' });

interface AtDoor {
  readonly session: CpdSession;
  readonly phone: Phone;
}

const withDoor = async (session: CpdSession): Promise<AtDoor> => {
  const { body } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
  return { session, phone: await pairPhone(test, staff, body.eventId) };
};

const letIn = async ({ session, phone }: AtDoor, who: Caller, time: string, direction = 'in') => {
  const { body } = await who.get<SessionTicket>(`/cpd/sessions/${session.id}/my-ticket`);
  if (test.clock.now() < new Date(at(time))) test.clock.set(at(time));
  await sendScans(phone, [
    {
      id: newId(),
      checkpointId: phone.paired.checkpoints[0]!.id,
      code: body.code,
      direction,
      scannedAt: at(time),
      // The phone scanned it offline, so that it comes later than the time it tells.
      shown: direction === 'in' ? 'admitted' : undefined,
    },
  ]);
};

const aTeacherWith = async (
  sessions: readonly CpdSession[],
): Promise<{ teacher: Caller; personId: string }> => {
  const teacher = await test.as('teacher', '930001');
  const { people } = await aBookingOf(
    test,
    sessions.map(({ id }) => id),
    await accountOf(teacher),
  );
  return { teacher, personId: people[0]! };
};

describe('attendance put right by hand', () => {
  it('marks who came to a session without a door, with how staff know', async () => {
    const session = await aSessionOfTheDay(staff, cpd, { place: { kind: 'online', name: 'Teams' } });
    const { personId } = await aTeacherWith([session]);
    const absent = await aTeacherWith([session]);
    test.clock.set(at('18:00'));
    expect((await attendanceOf(session)).people.map(({ state }) => state)).toEqual([
      'not-recorded',
      'not-recorded',
    ]);
    const { status, body } = await correct(
      session,
      [
        { personId, attended: true },
        { personId: absent.personId, attended: false },
      ],
      'From the list of the meeting.',
    );
    expect(status).toBe(200);
    const of = (id: string) => body.people.find((person) => person.personId === id);
    expect(of(personId)).toMatchObject({
      state: 'attended',
      minutes: 90,
      source: 'staff',
      reason: 'From the list of the meeting.',
    });
    expect(of(absent.personId)).toMatchObject({ state: 'no-show', minutes: 0, source: 'staff' });
    expect(body).toMatchObject({ attended: 1, noShows: 1 });
  });

  it('stands over the door until it is taken back', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const { teacher, personId } = await aTeacherWith([session]);
    const door = await withDoor(session);
    await letIn(door, teacher, '15:55');
    test.clock.set(at('18:00'));
    const { body } = await correct(session, [
      { personId, attended: true, arrivedAt: at('16:30'), leftAt: at('17:00') },
    ]);
    expect(body.people[0]).toMatchObject({ minutes: 30, source: 'staff' });
    const path = `/cpd/sessions/${session.id}/attendance/corrections/${personId}`;
    expect((await staff.delete<SessionAttendance>(path)).body.people[0]).toMatchObject({
      minutes: 90,
      source: 'door',
      reason: null,
    });
    expect((await staff.delete(path)).status).toBe(404);
  });

  it('counts who waited for a place and came all the same', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const teacher = await test.as('teacher', '930001');
    const { people } = await aBookingOf(test, [session.id], await accountOf(teacher), { hasPlace: false });
    expect((await teacher.get(`/cpd/sessions/${session.id}/my-ticket`)).status).toBe(404);
    test.clock.set(at('18:00'));
    const { body } = await correct(session, [{ personId: people[0], attended: true }]);
    expect(body).toMatchObject({ expected: 0, attended: 1, noShows: 0 });
  });

  it('refuses what cannot be, field by field, and keeps nothing', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const { personId } = await aTeacherWith([session]);
    expect((await correct(session, [{ personId, attended: true }])).body.code).toBe('session-not-begun');
    test.clock.set(at('17:00'));
    const refused = async (person: Record<string, unknown>) =>
      (await correct(session, [{ personId, attended: true, ...person }])).body.errors.map(
        ({ field, code }) => `${field} ${code}`,
      );
    expect(await refused({ personId: newId() })).toEqual(['people[0].personId unknown']);
    expect(await refused({ attended: false, arrivedAt: at('16:10') })).toEqual([
      'people[0].attended has-times',
    ]);
    expect(await refused({ arrivedAt: at('17:10') })).toEqual(['people[0].arrivedAt to-come']);
    expect(await refused({ arrivedAt: at('16:30'), leftAt: at('16:20') })).toEqual([
      'people[0].leftAt before-arrival',
    ]);
    test.clock.set(at('18:00'));
    expect(await refused({ arrivedAt: at('17:40') })).toEqual(['people[0].arrivedAt after-end']);
    const twice = [
      { personId, attended: true },
      { personId, attended: false },
    ];
    expect((await correct(session, twice)).status).toBe(400);
    expect((await correct(session, [{ personId, attended: true }], ' ')).status).toBe(400);
    expect((await attendanceOf(session)).people[0]).toMatchObject({ source: null });
    const draft = await staff.post<CpdSession>('/cpd/sessions', {
      ...{ programmeId: cpd.programme.id, topicId: cpd.topic.id, title: 'A draft', teacherPlaces: 5 },
      ...{ startsAt: at('16:00'), endsAt: at('17:00'), presentersWanted: 1 },
      place: { kind: 'campus', name: 'Arden 2.04' },
    });
    expect((await correct(draft.body, [{ personId, attended: true }])).body.code).toBe('session-not-held');
  });
});

describe('a session that is delivered', () => {
  it('keeps what the door saw, which stands when scans and tickets are gone', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const { teacher } = await aTeacherWith([session]);
    const missed = await aTeacherWith([session]);
    const door = await withDoor(session);
    await letIn(door, teacher, '16:10');
    test.clock.set(at('18:00'));
    expect((await deliver(session)).status).toBe(200);
    await change(test, 'DELETE FROM cpd_door_tickets WHERE session_id = ?', [session.id]);
    const reader = test.app.get(AttendanceReader);
    const people = await reader.of(session.id);
    expect(people.map(({ attended, minutes }) => [attended, minutes]).sort()).toEqual([
      [false, 0],
      [true, 80],
    ]);
    expect(people.find(({ personId }) => personId === missed.personId)?.attended).toBe(false);
    expect(await reader.ofAccount(await accountOf(teacher))).toMatchObject([
      { sessionId: session.id, part: 'teacher', attended: true, minutes: 80, name: 'Ada Teacher' },
    ]);
  });

  it('counts a scan that a phone sends only afterwards', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const first = await aTeacherWith([session]);
    const late = await aTeacherWith([session]);
    const door = await withDoor(session);
    await letIn(door, first.teacher, '15:55');
    test.clock.set(at('18:00'));
    await deliver(session);
    const stateOfLate = async () =>
      (await attendanceOf(session)).people.find(({ personId }) => personId === late.personId)?.state;
    expect(await stateOfLate()).toBe('no-show');
    await letIn(door, late.teacher, '15:57');
    expect(await stateOfLate()).toBe('attended');
    const kept = async () =>
      (
        await test.database.select<{ attended: number }>(
          'SELECT attended FROM cpd_attendances WHERE session_id = ? AND person_id = ?',
          [session.id, late.personId],
        )
      ).map(({ attended }) => Number(attended));
    expect(await kept()).toEqual([0]);
    await test.app.get(AttendanceSettlement).keepLateScans();
    expect(await kept()).toEqual([1]);
  });

  it('settles the offers by who was there, and again when staff put that right', async () => {
    const offerOf = async (session: CpdSession) => {
      const trainee = await test.as('trainee');
      const offer = await anApprovedOffer(test, session.id, await accountOf(trainee));
      const status = async () =>
        (
          await test.database.select<{ status: string }>('SELECT status FROM cpd_offers WHERE id = ?', [
            offer.offerId,
          ])
        )[0]?.status;
      return { ...offer, trainee, status };
    };
    const session = await aSessionOfTheDay(staff, cpd, { presentersWanted: 2 });
    const came = await offerOf(session);
    const missed = await offerOf(session);
    const noDoor = await aSessionOfTheDay(staff, cpd, { place: { kind: 'online', name: 'Teams' } });
    const trusted = await offerOf(noDoor);
    await letIn(await withDoor(session), came.trainee, '15:45');
    test.clock.set(at('18:00'));
    await deliver(session);
    await deliver(noDoor);
    expect([await came.status(), await missed.status(), await trusted.status()]).toEqual([
      'delivered',
      'no-show',
      'delivered',
    ]);
    await correct(session, [{ personId: missed.presenterId, attended: true }]);
    expect(await missed.status()).toBe('delivered');
    await staff.delete(`/cpd/sessions/${session.id}/attendance/corrections/${missed.presenterId}`);
    expect(await missed.status()).toBe('no-show');
    await correct(noDoor, [{ personId: trusted.presenterId, attended: false }]);
    expect(await trusted.status()).toBe('no-show');
  });

  it('calls nobody a no-show where no door was kept', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    await aTeacherWith([session]);
    test.clock.set(at('18:00'));
    await deliver(session);
    expect(await attendanceOf(session)).toMatchObject({ noShows: 0, people: [{ state: 'not-recorded' }] });
  });
});

describe('hours', () => {
  it('adds up what a teacher attended and what a trainee presented, each for themselves', async () => {
    test.clock.set(at('09:00'));
    const one = await aSessionOfTheDay(staff, cpd);
    const two = await aSessionOfTheDay(staff, cpd, {
      title: 'Surds',
      startsAt: at('10:00'),
      endsAt: at('11:00'),
    });
    const { teacher } = await aTeacherWith([one, two]);
    const trainee = await test.as('trainee');
    await anApprovedOffer(test, one.id, await accountOf(trainee));
    const first = await withDoor(one);
    const second = await withDoor(two);
    await letIn(second, teacher, '10:20');
    await letIn(first, teacher, '15:50');
    await letIn(first, trainee, '15:30');
    test.clock.set(at('18:00'));
    const { body } = await teacher.get<CpdHours>('/cpd/hours');
    expect(body).toMatchObject({ teacherMinutes: 130, presenterMinutes: 0 });
    expect(body.sessions.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Surds', 40],
      ['Circle theorems without tears', 90],
    ]);
    const ofTrainee = `/cpd/hours?accountId=${await accountOf(trainee)}`;
    expect((await staff.get<CpdHours>(ofTrainee)).body).toMatchObject({
      presenterMinutes: 90,
      teacherMinutes: 0,
    });
    expect((await teacher.get(ofTrainee)).status).toBe(404);
    expect((await staff.get(`/cpd/hours?accountId=${newId()}`)).status).toBe(404);
    expect((await staff.get('/cpd/hours?accountId=x')).status).toBe(400);
  });

  it('finds a colleague who was booked by e-mail and has an account by now', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const colleague = await test.as('teacher', '930001');
    const booker = await test.as('teacher', '930001');
    const email = (await colleague.get('/session')).body.account.email as string;
    await aBookingOf(test, [session.id], await accountOf(booker), { names: ['Cal Colleague'], email });
    await letIn(await withDoor(session), colleague, '15:50');
    test.clock.set(at('18:00'));
    expect((await colleague.get<CpdHours>('/cpd/hours')).body.teacherMinutes).toBe(90);
    expect((await booker.get<CpdHours>('/cpd/hours')).body.teacherMinutes).toBe(0);
  });
});

describe('attendance over a series', () => {
  const aSeries = async (sessionsExpected: number | null): Promise<string> => {
    const id = newId();
    await change(
      test,
      'INSERT INTO cpd_series (id, programme_id, title, summary, sessions_expected, created_at) VALUES (?, ?, ?, NULL, ?, ?)',
      [id, cpd.programme.id, 'Proof across the year', sessionsExpected, test.clock.now()],
    );
    return id;
  };

  it('shows for each person what is expected, what they came to and what they missed', async () => {
    test.clock.set(at('09:00'));
    const seriesId = await aSeries(2);
    const sessions: CpdSession[] = [];
    for (const hour of ['10', '12', '16']) {
      const times = { startsAt: at(`${hour}:00`), endsAt: at(`${hour}:50`) };
      sessions.push(await aSessionOfTheDay(staff, cpd, { seriesId, title: `At ${hour}`, ...times }));
    }
    const { teacher } = await aTeacherWith(sessions);
    const other = await aTeacherWith(sessions);
    await letIn(await withDoor(sessions[0]!), teacher, '09:55');
    await letIn(await withDoor(sessions[1]!), teacher, '12:20');
    test.clock.set(at('15:00'));
    const { body } = await staff.get<SeriesAttendance>(`/cpd/series/${seriesId}/attendance`);
    expect(body).toMatchObject({ title: 'Proof across the year', sessionsExpected: 2 });
    const ids = sessions.map(({ id }) => id);
    const of = async (caller: Caller) => {
      const id = `teacher:${await accountOf(caller)}`;
      return body.people.find((person) => person.id === id);
    };
    expect(await of(teacher)).toMatchObject({
      attended: 2,
      expected: 2,
      standing: 'met',
      minutes: 80,
      attendedSessionIds: ids.slice(0, 2),
      school: 'School 930001',
    });
    expect(await of(other.teacher)).toMatchObject({
      attended: 0,
      expected: 2,
      remaining: 1,
      standing: 'short',
      missedSessionIds: ids.slice(0, 2),
    });
    expect((await staff.get(`/cpd/series/${newId()}/attendance`)).status).toBe(404);
  });
});
