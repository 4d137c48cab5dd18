import type { CpdSession } from '@lectern/cpd';
import type { CpdSessionRequest } from '@lectern/cpd/requests';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { anOffer, aTrainee, decide, offerFor, OUTLINE, type Person } from './offers.harness';

let test: TestApp;
let staff: Caller;
let mentor: Caller;
let cpd: TestCpd;
let wren: Person;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  mentor = await test.as('mentor');
  cpd = await aCpdProgramme(staff);
});

beforeEach(async () => {
  wren = await aTrainee(test, mentor, { name: 'Wren Oakley' });
});

afterAll(() => test.close());

const on = (startsAt: string, endsAt: string, change: Partial<CpdSessionRequest> = {}): Promise<CpdSession> =>
  aCpdSessionThatIs(staff, cpd, 'published', {
    startsAt: `2027-03-09T${startsAt}:00Z`,
    endsAt: `2027-03-09T${endsAt}:00Z`,
    ...change,
  });

/** What a second session is answered with, by somebody who offers to give the first from 4pm to 5.30pm on campus. */
const second = async (
  startsAt: string,
  endsAt: string,
  change: Partial<CpdSessionRequest> = {},
): Promise<{ status: number; body: { code?: string; detail?: string; errors?: { code: string }[] } }> => {
  await anOffer(wren.caller, (await on('16:00', '17:30', { title: 'Circle theorems' })).id);
  return offerFor(wren.caller, (await on(startsAt, endsAt, change)).id);
};

describe('a trainee who offers to give a session on campus from 4pm to 5.30pm', () => {
  it('cannot give another that shares a minute with it, and reads which and when', async () => {
    const refused = await second('17:29', '18:30');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'clash', errors: [{ code: 'offer-overlap' }] },
    });
    expect(refused.body.detail).toBe(
      'Wren Oakley offers to give ‘Circle theorems’ on Tuesday 9 March 2027 from 4pm to 5.30pm.' +
        ' Withdraw that offer first, or choose another session.',
    );
  });

  it('can give one that begins as it ends, in the same place', async () => {
    expect((await second('17:30', '18:30')).status).toBe(201);
  });

  it('cannot give one at a school 44 minutes later, and can 45 minutes later', async () => {
    const place = { kind: 'school', name: 'Harrowmere High' } as const;
    const soon = await second('18:14', '19:00', { place });
    expect(soon).toMatchObject({ status: 409, body: { errors: [{ code: 'offer-travel' }] } });
    const other = { kind: 'school', name: 'Saltby Academy' } as const;
    const later = await on('18:15', '19:00', { place: other });
    expect((await offerFor(wren.caller, later.id)).status).toBe(201);
  });

  it('cannot give one on another campus right after it, and can online', async () => {
    const place = { kind: 'campus', name: 'Harbour 1', site: 'Harbour campus' } as const;
    expect((await second('17:30', '18:30', { place })).body.code).toBe('clash');
    const online = { kind: 'online', name: 'Teams' } as const;
    expect((await offerFor(wren.caller, (await on('17:30', '18:30', { place: online })).id)).status).toBe(
      201,
    );
  });

  it('can give another at that time once they have withdrawn, once it was declined, and once it is cancelled', async () => {
    const first = await on('16:00', '17:30');
    const other = await on('16:30', '17:00');
    const offer = await anOffer(wren.caller, first.id);
    expect((await offerFor(wren.caller, other.id)).status).toBe(409);
    await wren.caller.post(`/cpd/offers/${offer.id}/withdrawal`, { reason: 'The other suits me more.' });
    const next = await anOffer(wren.caller, other.id);
    await decide(mentor, next.id, 'decline', 'Not this one.');
    const third = await on('16:10', '17:10');
    await anOffer(wren.caller, third.id);
    await staff.post(`/cpd/sessions/${third.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect((await offerFor(wren.caller, first.id)).status).toBe(201);
  });

  it('stands on standby with the same word: a second at that time is refused too', async () => {
    const single = await on('16:00', '17:30', { presentersWanted: 1 });
    await anOffer((await aTrainee(test, mentor)).caller, single.id);
    expect((await anOffer(wren.caller, single.id)).status).toBe('standby');
    expect((await offerFor(wren.caller, (await on('17:00', '18:00')).id)).body.code).toBe('clash');
  });
});

describe('everything else that somebody has promised', () => {
  it('a placement day takes the whole day in London', async () => {
    await wren.caller.post('/cpd/placement-days', { schoolName: 'Saltby Academy', days: ['2027-03-09'] });
    const refused = await offerFor(wren.caller, (await on('23:00', '23:30')).id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
    expect(refused.body.detail).toContain(
      'Wren Oakley is on placement at Saltby Academy on Tuesday 9 March 2027.',
    );
    const nextDay = { startsAt: '2027-03-10T00:00:00Z', endsAt: '2027-03-10T01:00:00Z' };
    expect((await offerFor(wren.caller, (await on('00:00', '00:00', nextDay)).id)).status).toBe(201);
  });

  it('a session that they booked counts, until the booking is given back', async () => {
    await test.addSchools(['930001']);
    const booked = await on('16:00', '17:30', { title: 'Surds' });
    await test.database.transaction(async () => {
      const now = test.clock.now();
      await test.database.execute(
        'INSERT INTO cpd_bookings (id, kind, session_id, school_urn, booked_by, status, people, fewest, places, held,' +
          " sequence, booked_at, updated_at) VALUES ('b', 'session', ?, '930001', ?, 'confirmed', 1, 1, 1, 0, 1, ?, ?)",
        [booked.id, wren.id, now, now],
      );
      await test.database.execute(
        "INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES ('b', ?)",
        [booked.id],
      );
      await test.database.execute(
        'INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, has_place)' +
          " VALUES ('p', 'b', 0, ?, 'Wren', 'w@example.org', 'w@example.org', 1)",
        [wren.id],
      );
    });
    const wanted = await on('17:00', '18:00');
    const refused = await offerFor(wren.caller, wanted.id);
    expect(refused.body.detail).toContain('Wren Oakley has booked ‘Surds’');
    await test.database.transaction(() =>
      test.database.execute("UPDATE cpd_bookings SET status = 'cancelled'", []),
    );
    expect((await offerFor(wren.caller, wanted.id)).status).toBe(201);
  });

  it('a team is told whose commitment it is', async () => {
    const moss = await aTrainee(test, mentor, { name: 'Moss Fenwick' });
    await anOffer(moss.caller, (await on('16:00', '17:30', { title: 'Bounds' })).id);
    const refused = await offerFor(wren.caller, (await on('16:30', '17:00')).id, {
      withTraineeIds: [moss.id],
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
    expect(refused.body.detail).toContain('Moss Fenwick offers to give ‘Bounds’');
    expect(refused.body.detail).not.toContain('Wren');
  });

  it('a room that is taken is named to whoever proposes a session in it', async () => {
    const place = { kind: 'campus', name: 'Harbour 9' } as const;
    await on('10:00', '11:00', { place, title: 'Histograms' });
    const {
      teacherPlaces: _,
      presentersWanted: __,
      ...facts
    } = aCpdSession(cpd, {
      place: { kind: 'campus', name: 'harbour 9 ' },
      startsAt: '2027-03-09T10:30:00Z',
      endsAt: '2027-03-09T11:30:00Z',
    });
    const proposed = await wren.caller.post('/cpd/proposals', { ...facts, offer: { outline: OUTLINE } });
    expect(proposed).toMatchObject({
      status: 409,
      body: { code: 'clash', errors: [{ field: 'place', code: 'room-overlap' }] },
    });
    expect(proposed.body.detail).toContain('is taken by ‘Histograms’');
  });
});

describe('what clashes by the time that a mentor approves', () => {
  it('is found again, and names with what', async () => {
    const place = { kind: 'campus', name: 'Harbour 7' } as const;
    const propose = async (by: Caller) => {
      const { teacherPlaces: _, presentersWanted: __, ...facts } = aCpdSession(cpd, { place });
      return (await by.post('/cpd/proposals', { ...facts, offer: { outline: OUTLINE } })).body.id as string;
    };
    const first = await propose(wren.caller);
    const other = await propose((await aTrainee(test, mentor)).caller);
    expect((await decide(mentor, first, 'approve')).status).toBe(200);
    const refused = await decide(mentor, other, 'approve');
    expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
    expect(refused.body.detail).toContain('Harbour 7 is taken by');
    expect((await mentor.get(`/cpd/offers/${other}`)).body.status).toBe('offered');
  });
});
