import { type CpdSession, type SessionBooking } from '@lectern/cpd';
import { AccountsService } from '../../identity/accounts.service';
import { SessionsService } from '../../identity/sessions.service';
import { Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { aSeries, book, bookSeries, colleagues, countedOf, lettersOf, seeBooking } from './bookings.harness';
import { BookingsReader } from './bookings-reader';

const [OURS, THEIRS] = ['930101', '930102'] as const;
/** Within the time that somebody stays signed in. */
const SOON = { startsAt: '2027-01-12T10:30:00.000Z', endsAt: '2027-01-12T11:30:00.000Z' };
const AT = { startsAt: '2027-03-09T16:00:00.000Z', endsAt: '2027-03-09T17:30:00.000Z' };

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;
let reader: BookingsReader;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([OURS, THEIRS]);
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
  reader = test.app.get(BookingsReader);
});

afterAll(() => test.close());

const teacher = (school: string = OURS): Promise<Caller> => test.as('teacher', school);
const session = (teacherPlaces = 10, change: object = {}): Promise<CpdSession> =>
  aCpdSessionThatIs(staff, cpd, 'published', { teacherPlaces, ...change });
/** Somebody signed in with an address of their own. */
const known = async (email: string, schoolUrn: string): Promise<Caller> => {
  const account = await test.database.transaction(() =>
    test.app.get(AccountsService).add({ email, name: 'Known', roles: ['teacher'], schoolUrn }, 'no password'),
  );
  const { token } = await test.app.get(SessionsService).start(account.id);
  return test.anyone.with({ cookie: `lectern=${token}` });
};

describe('booking a session', () => {
  it('gives a teacher and colleagues places, and writes to each with the session for their calendar', async () => {
    const surds = await session();
    const robin = await teacher();
    const { body, status } = await book(robin, surds, {
      colleagues: colleagues('Sam Lowe', 'Kit Moss'),
      trn: '12 34 567',
    });
    expect(status).toBe(201);
    expect(body).toEqual({ id: body.id, status: 'confirmed' });
    const booking = await seeBooking(robin, body);
    expect(booking).toMatchObject({
      status: 'confirmed',
      places: 3,
      title: surds.title,
      of: { kind: 'session', sessionId: surds.id },
      school: { urn: OURS, name: `School ${OURS}` },
      mayChange: true,
    });
    expect(booking.people.map(({ hasPlace, isYou, name, trn }) => [name, hasPlace, isYou, trn])).toEqual([
      ['A teacher', true, true, '1234567'],
      ['Sam Lowe', true, false, null],
      ['Kit Moss', true, false, null],
    ]);
    expect((await test.anyone.get<CpdSession>(`/cpd/sessions/${surds.id}`)).body.placesLeft).toBe(7);
    const letters = await lettersOf(test, body);
    expect(letters.map(({ kind }) => kind)).toEqual(Array(3).fill('cpd-booking.placed'));
    expect(letters.map(({ to }) => to).slice(1)).toEqual([
      'sam.lowe@school.example',
      'kit.moss@school.example',
    ]);
    expect(letters[0]!.letter.calendar).toMatchObject({ method: 'request' });
    expect(letters[0]!.letter.calendar!.ics).toContain(`UID:cpd-session-${surds.id}@lectern`);
    expect(letters[0]!.letter.calendar!.ics).toContain('SEQUENCE:1');
  });

  it('lets them wait together when not all fit, or gives those places there are when they say so', async () => {
    const small = await session(2);
    const together = await book(await teacher(), small, { colleagues: colleagues('A One', 'B Two') });
    expect(together.body).toMatchObject({ status: 'waiting', position: 1 });
    const some = await book(await teacher(), small, {
      colleagues: colleagues('C Three', 'D Four'),
      fewest: 1,
    });
    expect(some.body).toMatchObject({ status: 'confirmed', position: 2 });
    expect(await countedOf(test, small)).toEqual({ given: 2, had: 2, held: 0, people: 2 });
    const waiting = (await lettersOf(test, together.body)).map(({ kind }) => kind);
    expect(waiting).toEqual(Array(3).fill('cpd-booking.waiting'));
  });

  it('refuses who is booked already, and a session that is not open', async () => {
    const surds = await session();
    const robin = await teacher();
    const made = await book(robin, surds, { colleagues: colleagues('Una Ash') });
    expect(await book(robin, surds)).toMatchObject({
      status: 409,
      body: { code: 'already-booked', bookingId: made.body.id },
    });
    const again = await book(await teacher(), surds, { colleagues: colleagues('Una Ash') });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-booked' } });
    expect(JSON.stringify(again.body)).toContain('Una Ash is booked on this already');
    // Of another school’s bookings nothing is told.
    expect((await book(await teacher(THEIRS), surds, { colleagues: colleagues('Una Ash') })).status).toBe(
      201,
    );
    const over = await session(10, AT);
    test.clock.set('2027-03-09T16:00:00.000Z');
    expect(await book(await teacher(), over)).toMatchObject({
      status: 409,
      body: { code: 'session-not-open' },
    });
    test.clock.set('2027-01-12T09:00:00.000Z');
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft');
    expect((await book(await teacher(), draft)).status).toBe(404);
  });

  it('refuses somebody named twice, and what is no teacher reference number, and keeps nothing', async () => {
    const surds = await session();
    const robin = await teacher();
    const twice = await book(robin, surds, { colleagues: colleagues('Una Elm', 'Una Elm') });
    expect(twice).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'colleagues[1].email', code: 'named-twice' }] },
    });
    expect(await book(robin, surds, { trn: '12345' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'trn' }] },
    });
    expect(await countedOf(test, surds)).toEqual({ given: 0, had: 0, held: 0, people: 0 });
  });

  it('refuses what overlaps with another booking, naming it', async () => {
    const robin = await teacher();
    const first = await session(10, { ...AT, title: 'Circle theorems' });
    const overlapping = await session(10, {
      startsAt: '2027-03-09T17:00:00.000Z',
      endsAt: '2027-03-09T18:00:00.000Z',
    });
    const after = await session(10, {
      startsAt: '2027-03-09T17:30:00.000Z',
      endsAt: '2027-03-09T18:00:00.000Z',
    });
    await book(robin, first);
    const refused = await book(robin, overlapping);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'clash', clashes: [{ kind: 'booking', with: first.id }] },
    });
    expect(JSON.stringify(refused.body)).toContain(
      'has booked ‘Circle theorems’ on Tuesday 9 March 2027 from 4pm to 5.30pm.',
    );
    expect((await book(robin, after)).status).toBe(201);
  });

  it('links a colleague to their account of the same school, and tells nothing of other schools’', async () => {
    const surds = await session();
    const kit = await known('kit@ours.example', OURS);
    const max = await known('max@theirs.example', THEIRS);
    const robin = await teacher();
    const { body } = await book(robin, surds, {
      colleagues: [
        { name: 'Kit', email: 'KIT@ours.example' },
        { name: 'Max', email: 'max@theirs.example' },
      ],
    });
    expect((await seeBooking(kit, body)).people.map(({ isYou }) => isYou)).toEqual([false, true, false]);
    expect((await max.get(`/cpd/bookings/${body.id}`)).status).toBe(404);
    expect((await max.get<{ items: unknown[] }>('/cpd/bookings')).body.items).toEqual([]);
    const [row] = (await reader.booked(surds.id)).filter(({ name }) => name === 'Max');
    expect(row).toMatchObject({ accountId: null, hasPlace: true, schoolUrn: OURS });
  });
});

describe('booking a series', () => {
  it('gives a place in every session that is still to come, or none', async () => {
    const { seriesId, sessions } = await aSeries(test, staff, cpd, [
      { teacherPlaces: 2 },
      { teacherPlaces: 1 },
      { teacherPlaces: 2 },
    ]);
    const robin = await teacher();
    const made = await bookSeries(robin, seriesId);
    expect(made.body.status).toBe('confirmed');
    const booking = await seeBooking(robin, made.body);
    expect(booking).toMatchObject({ title: 'Proof, step by step', of: { kind: 'series', seriesId } });
    expect(booking.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    expect((await bookSeries(await teacher(), seriesId)).body).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    // The series that the full second session holds up keeps nobody out of the first.
    expect((await book(await teacher(), sessions[0]!)).body.status).toBe('confirmed');
    expect(await Promise.all(sessions.map(async (one) => (await countedOf(test, one)).given))).toEqual([
      2, 1, 1,
    ]);
    const [letter] = await lettersOf(test, made.body);
    expect(letter!.letter.calendar).toBeUndefined();
    expect(JSON.stringify(letter!.letter.parts)).toContain(`/api/cpd/series/${seriesId}/calendar.ics`);
    const { body } = await test.anyone.get<string>(`/cpd/series/${seriesId}/calendar.ics`);
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });
});

describe('who sees bookings', () => {
  it('a teacher their own, a coordinator their school’s, staff all and by session, nobody another school’s', async () => {
    const surds = await session();
    const [robin, other] = [await teacher(), await teacher(THEIRS)];
    const [ours, theirs] = [(await book(robin, surds)).body, (await book(other, surds)).body];
    const ids = async (by: Caller): Promise<string[]> =>
      (await by.get<{ items: SessionBooking[] }>('/cpd/bookings?limit=200')).body.items.map(({ id }) => id);
    expect(await ids(robin)).toEqual([ours.id]);
    const coordinator = await test.as('coordinator', OURS);
    expect(await ids(coordinator)).toContain(ours.id);
    expect(await ids(coordinator)).not.toContain(theirs.id);
    expect(await ids(staff)).toEqual(expect.arrayContaining([ours.id, theirs.id]));
    for (const [by, booking, status] of [
      [robin, theirs, 404],
      [other, ours, 404],
      [await teacher(), ours, 404],
      [coordinator, ours, 200],
      [coordinator, theirs, 404],
      [staff, theirs, 200],
    ] as const) {
      expect((await by.get(`/cpd/bookings/${booking.id}`)).status).toBe(status);
      expect((await by.get(`/cpd/bookings/${booking.id}/calendar.ics`)).status).toBe(status);
    }
    const listed = await staff.get<{ items: SessionBooking[] }>(`/cpd/sessions/${surds.id}/bookings`);
    expect(listed.body.items.map(({ id }) => id)).toEqual([ours.id, theirs.id]);
    expect((await coordinator.get(`/cpd/sessions/${surds.id}/bookings`)).status).toBe(404);
    const [read] = await test.database.select<{ n: number }>(
      "SELECT COUNT(*) AS n FROM audit_records WHERE action = 'cpd-bookings.read' AND object_id = ?",
      [surds.id],
    );
    expect(Number(read!.n)).toBe(1);
  });

  it('a teacher reference number is shown to who booked, to its owner and to staff', async () => {
    const surds = await session();
    const kit = await known('kit.trn@ours.example', OURS);
    const robin = await teacher();
    const { body } = await book(robin, surds, {
      trn: '7654321',
      colleagues: [{ name: 'Kit', email: 'kit.trn@ours.example', trn: '1111111' }],
    });
    const trns = async (by: Caller) => (await seeBooking(by, body)).people.map(({ trn }) => trn);
    expect(await trns(robin)).toEqual(['7654321', '1111111']);
    expect(await trns(staff)).toEqual(['7654321', '1111111']);
    expect(await trns(kit)).toEqual([null, '1111111']);
    expect(await trns(await test.as('coordinator', OURS))).toEqual([null, null]);
  });

  it('the pages of the list follow each other', async () => {
    const robin = await teacher();
    const made: string[] = [];
    for (const day of ['01', '02', '03']) {
      const times = { startsAt: `2027-06-${day}T16:00:00.000Z`, endsAt: `2027-06-${day}T17:00:00.000Z` };
      made.unshift((await book(robin, await session(10, times))).body.id);
    }
    const first = await robin.get<{ items: SessionBooking[]; nextCursor: string }>('/cpd/bookings?limit=2');
    const rest = await robin.get<{ items: SessionBooking[]; nextCursor: null }>(
      `/cpd/bookings?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...rest.body.items].map(({ id }) => id)).toEqual(made);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe('changing a booking', () => {
  it('adds a colleague, puts right who they are, and takes them off again', async () => {
    const surds = await session(2);
    const robin = await teacher();
    const { body } = await book(robin, surds);
    const added = await robin.post<SessionBooking>(
      `/cpd/bookings/${body.id}/people`,
      colleagues('Jo Hale')[0],
    );
    expect(added.status).toBe(201);
    expect(added.body.people.map(({ hasPlace, name }) => [name, hasPlace])).toEqual([
      ['A teacher', true],
      ['Jo Hale', true],
    ]);
    const third = await robin.post<SessionBooking>(
      `/cpd/bookings/${body.id}/people`,
      colleagues('Al Rowe')[0],
    );
    expect(third.body).toMatchObject({ status: 'confirmed', places: 2, position: 1 });
    const jo = third.body.people[1]!;
    const path = `/cpd/bookings/${body.id}/people/${jo.id}`;
    expect(await robin.patch(path, { trn: '12345' })).toMatchObject({ status: 400 });
    const right = await robin.patch<SessionBooking>(path, { name: 'Joanna Hale', trn: '1234567' });
    expect(right.body.people[1]).toMatchObject({ name: 'Joanna Hale', trn: '1234567' });
    expect(await robin.patch(path, { email: 'al.rowe@school.example' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'named-twice' }] },
    });
    // Whoever waits on the same booking comes first.
    const off = await robin.post<SessionBooking>(`${path}/cancellation`);
    expect(off.body.people.map(({ hasPlace, name }) => [name, hasPlace])).toEqual([
      ['A teacher', true],
      ['Al Rowe', true],
    ]);
    expect(await countedOf(test, surds)).toEqual({ given: 2, had: 2, held: 0, people: 2 });
    const kinds = (await lettersOf(test, body)).map(({ kind, to }) => `${kind} ${to.split('@')[0]}`);
    expect(kinds.slice(1)).toEqual([
      'cpd-booking.placed jo.hale',
      'cpd-booking.waiting al.rowe',
      'cpd-booking.cancelled jo.hale',
      'cpd-booking.placed al.rowe',
    ]);
  });

  it('is for who booked and for staff; somebody on it changes what is their own', async () => {
    const surds = await session();
    const kit = await known('kit.own@ours.example', OURS);
    const robin = await teacher();
    const { body } = await book(robin, surds, {
      colleagues: [{ name: 'Kit', email: 'kit.own@ours.example' }, ...colleagues('Bo Fern')],
    });
    const [mine, kits, bos] = (await seeBooking(robin, body)).people.map(({ id }) => id);
    const path = `/cpd/bookings/${body.id}`;
    expect((await kit.post(`${path}/people`, colleagues('New One')[0])).status).toBe(404);
    expect((await kit.post(`${path}/cancellation`)).status).toBe(404);
    expect((await kit.post(`${path}/people/${mine}/cancellation`)).status).toBe(404);
    expect((await kit.patch(`${path}/people/${bos}`, { trn: '1234567' })).status).toBe(404);
    expect((await kit.patch(`${path}/people/${kits}`, { trn: '1234567' })).status).toBe(200);
    expect((await kit.patch(`${path}/people/${kits}`, { email: 'new@ours.example' })).status).toBe(400);
    expect((await (await test.as('coordinator', OURS)).post(`${path}/cancellation`)).status).toBe(404);
    expect((await kit.post(`${path}/people/${kits}/cancellation`)).status).toBe(200);
    expect((await staff.post(`${path}/people/${bos}/cancellation`)).status).toBe(200);
    expect((await seeBooking(robin, body)).people).toHaveLength(1);
  });

  it('is over once it is cancelled or everything of it has begun', async () => {
    const surds = await session(10, SOON);
    const robin = await teacher();
    const { body } = await book(robin, surds);
    const cancelled = await robin.post<SessionBooking>(`/cpd/bookings/${body.id}/cancellation`, {
      reason: 'Parents’ evening.',
    });
    expect(cancelled.body).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'Parents’ evening.',
      mayChange: false,
    });
    expect(cancelled.body.people).toHaveLength(1);
    expect(await robin.post(`/cpd/bookings/${body.id}/cancellation`)).toMatchObject({
      status: 409,
      body: { code: 'booking-cancelled' },
    });
    const letter = (await lettersOf(test, body)).at(-1)!;
    expect(letter).toMatchObject({
      kind: 'cpd-booking.cancelled',
      letter: { calendar: { method: 'cancel' } },
    });
    expect((await reader.booked(surds.id)).length).toBe(0);
    const again = await book(robin, surds);
    expect(again.status).toBe(201);
    test.clock.set('2027-01-12T11:00:00.000Z');
    expect(await robin.post(`/cpd/bookings/${again.body.id}/cancellation`)).toMatchObject({
      status: 409,
      body: { code: 'booking-begun' },
    });
    test.clock.set('2027-01-12T09:00:00.000Z');
  });

  it('keeps whoever was in a session that has begun there, and frees the rest of the series', async () => {
    const { seriesId, sessions } = await aSeries(test, staff, cpd, [
      { teacherPlaces: 1, ...SOON },
      { teacherPlaces: 1 },
    ]);
    const robin = await teacher();
    const { body } = await bookSeries(robin, seriesId);
    test.clock.set('2027-01-12T11:00:00.000Z');
    await robin.post(`/cpd/bookings/${body.id}/cancellation`);
    const next = await bookSeries(await teacher(), seriesId);
    expect(next.body.status).toBe('confirmed');
    expect((await reader.booked(sessions[0]!.id)).map(({ bookingId }) => bookingId)).toEqual([body.id]);
    expect((await reader.booked(sessions[1]!.id)).map(({ bookingId }) => bookingId)).toEqual([next.body.id]);
    test.clock.set('2027-01-12T09:00:00.000Z');
  });
});
