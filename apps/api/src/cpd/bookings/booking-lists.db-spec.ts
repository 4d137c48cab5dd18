import type { BookingMade, BookingOffer, CpdSession, SessionBooking } from '@lectern/cpd';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { Jobs } from '../../platform/jobs';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { BOOKING_LIST_JOB } from './booking-offer-expiry';
import { BOOKING_REMINDERS_JOB } from './booking-reminders';
import {
  aSeries,
  book,
  bookSeries,
  colleagues,
  countedOf,
  lettersOf,
  offerTokenOf,
  seeBooking,
} from './bookings.harness';

const [OURS, THEIRS] = ['930201', '930202'] as const;
const NOW = '2027-01-12T09:00:00.000Z';
const HOUR = 3_600_000;

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([OURS, THEIRS]);
});

beforeEach(async () => {
  test.clock.set(NOW);
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

const teacher = (school: string = OURS): Promise<Caller> => test.as('teacher', school);
const session = (teacherPlaces = 10, change: object = {}): Promise<CpdSession> =>
  aCpdSessionThatIs(staff, cpd, 'published', { teacherPlaces, ...change });
const cancel = (by: Caller, { id }: Pick<BookingMade, 'id'>) => by.post(`/cpd/bookings/${id}/cancellation`);
const run = (job: string) => test.app.get(Jobs).runNow(job);
const answerByLink = (token: string, answer: 'accept' | 'decline') =>
  test.anyone.post<BookingOffer>(`/cpd/place-offers/${token}/answer`, { answer });
const kindsOf = async (booking: Pick<BookingMade, 'id'>): Promise<string[]> =>
  (await lettersOf(test, booking)).map(({ kind }) => kind.replace('cpd-', ''));

interface Someone {
  readonly caller: Caller;
  readonly booking: BookingMade;
}

/** A session with one place, somebody who has it, and others who wait for it, first first. */
const queued = async (people: number, one: CpdSession): Promise<Someone[]> => {
  const found: Someone[] = [];
  for (let n = 0; n < people; n++) {
    const caller = await teacher(n % 2 === 0 ? OURS : THEIRS);
    found.push({ caller, booking: (await book(caller, one)).body });
  }
  return found;
};

/** A session as staff change it, until there is a page for that: the same steps in the same unit of work. */
const revise = (one: CpdSession, change: object): Promise<void> =>
  test.database.transaction(async () => {
    const sessions = test.app.get(CpdSessionsRepository);
    const lifecycle = test.app.get(CpdSessionLifecycle);
    const [before] = await sessions.lock([one.id]);
    const after = { ...before!, ...change };
    await lifecycle.aboutToBeRevised({ before: before!, after });
    await sessions.update(one.id, change);
    await lifecycle.revised({ before: before!, after });
  });

describe('a place that comes free', () => {
  it('is offered to the first who waits, who is written to and holds it until they answer', async () => {
    const surds = await session(1);
    const [holder, first, second] = await queued(3, surds);
    expect([first!.booking, second!.booking].map(({ position }) => position)).toEqual([1, 2]);
    await cancel(holder!.caller, holder!.booking);
    const seen = await seeBooking(first!.caller, first!.booking);
    expect(seen).toMatchObject({
      status: 'waiting',
      places: 0,
      offer: { places: 1, expiresAt: '2027-01-14T09:00:00.000Z' },
    });
    expect((await seeBooking(second!.caller, second!.booking)).position).toBe(1);
    expect(await countedOf(test, surds)).toMatchObject({ given: 1, had: 0, held: 1 });
    // Nobody new goes past what is held.
    expect((await book(await teacher(), surds)).body).toMatchObject({ status: 'waiting', position: 2 });
    const token = await offerTokenOf(test, first!.booking);
    expect((await test.anyone.get<BookingOffer>(`/cpd/place-offers/${token}`)).body).toMatchObject({
      status: 'open',
      places: 1,
      people: 1,
      title: surds.title,
    });
    expect((await answerByLink(token, 'accept')).body.status).toBe('accepted');
    expect(await seeBooking(first!.caller, first!.booking)).toMatchObject({
      status: 'confirmed',
      places: 1,
    });
    expect(await countedOf(test, surds)).toEqual({ given: 1, had: 1, held: 0, people: 1 });
    expect(await kindsOf(first!.booking)).toEqual(['booking.waiting', 'booking.offered', 'booking.placed']);
    expect(await answerByLink(token, 'decline')).toMatchObject({
      status: 410,
      body: { code: 'offer-over' },
    });
    expect((await test.anyone.get(`/cpd/place-offers/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it.each(['decline', 'let it run out'] as const)('goes on to the next when they %s', async (how) => {
    const surds = await session(1);
    const [holder, first, second] = await queued(3, surds);
    await cancel(holder!.caller, holder!.booking);
    if (how === 'decline') {
      const answered = await first!.caller.post<SessionBooking>(
        `/cpd/bookings/${first!.booking.id}/offer-answer`,
        { answer: 'decline' },
      );
      expect(answered.body.status).toBe('cancelled');
    } else {
      test.clock.advance(48 * HOUR);
      const token = await offerTokenOf(test, first!.booking);
      expect(await answerByLink(token, 'accept')).toMatchObject({ status: 410 });
      expect((await test.anyone.get<BookingOffer>(`/cpd/place-offers/${token}`)).body.status).toBe('expired');
      await run(BOOKING_LIST_JOB);
      await run(BOOKING_LIST_JOB);
    }
    staff = await test.as('staff');
    expect((await seeBooking(staff, first!.booking)).status).toBe('cancelled');
    expect(await seeBooking(staff, second!.booking)).toMatchObject({ offer: { places: 1 } });
    expect(await kindsOf(first!.booking)).toEqual([
      'booking.waiting',
      'booking.offered',
      'booking.cancelled',
    ]);
    expect(await countedOf(test, surds)).toMatchObject({ given: 1, had: 0, held: 1 });
  });

  it('is answered once, however many answer at once', async () => {
    const surds = await session(1);
    const [holder, first, second] = await queued(3, surds);
    await cancel(holder!.caller, holder!.booking);
    const token = await offerTokenOf(test, first!.booking);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => answerByLink(token, n % 2 === 0 ? 'accept' : 'decline')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(410)]);
    const { given, had, held } = await countedOf(test, surds);
    expect([given, had + held]).toEqual([1, 1]);
    expect((await seeBooking(staff, second!.booking)).status).toBe('waiting');
  });

  it('is given at once to a booking that has some and lacks it', async () => {
    const surds = await session(2);
    const [holder] = await queued(1, surds);
    const pair = await teacher();
    const { body } = await book(pair, surds, { colleagues: colleagues('Ola Birch'), fewest: 1 });
    expect(body).toMatchObject({ status: 'confirmed', position: 1 });
    await cancel(holder!.caller, holder!.booking);
    expect(await seeBooking(pair, body)).toMatchObject({ status: 'confirmed', places: 2 });
    const last = (await lettersOf(test, body)).at(-1)!;
    expect(last).toMatchObject({ kind: 'cpd-booking.placed', to: 'ola.birch@school.example' });
  });

  it('is offered to nobody in the last hour: whoever books then has it', async () => {
    const soon = await session(1, {
      startsAt: '2027-01-12T11:00:00.000Z',
      endsAt: '2027-01-12T12:00:00.000Z',
    });
    const [holder, first] = await queued(2, soon);
    test.clock.set('2027-01-12T10:30:00.000Z');
    await cancel(holder!.caller, holder!.booking);
    expect((await seeBooking(first!.caller, first!.booking)).offer).toBeUndefined();
    expect((await book(await teacher(), soon)).body.status).toBe('confirmed');
  });

  it('is offered by what is held of it: a booking with fewer people holds no more than it has', async () => {
    const surds = await session(3);
    const [one] = [await book(await teacher(), surds, { colleagues: colleagues('P', 'Q') })];
    const pair = await teacher();
    const { body } = await book(pair, surds, { colleagues: colleagues('R') });
    await cancel(staff, one.body);
    expect((await seeBooking(pair, body)).offer?.places).toBe(2);
    const [, second] = (await seeBooking(pair, body)).people;
    await pair.post(`/cpd/bookings/${body.id}/people/${second!.id}/cancellation`);
    expect((await seeBooking(pair, body)).offer?.places).toBe(1);
    expect(await countedOf(test, surds)).toMatchObject({ given: 1, had: 0, held: 1 });
  });
});

describe('the waiting list of a series', () => {
  it('offers it when the session that was full is over', async () => {
    const day = (n: number) => ({
      startsAt: `2027-01-1${n}T16:00:00.000Z`,
      endsAt: `2027-01-1${n}T17:00:00.000Z`,
    });
    const { seriesId, sessions } = await aSeries(test, staff, cpd, [
      { teacherPlaces: 1, ...day(3) },
      { teacherPlaces: 2, ...day(5) },
      { teacherPlaces: 2, ...day(8) },
    ]);
    await bookSeries(await teacher(), seriesId);
    const late = (await bookSeries(await teacher(), seriesId)).body;
    expect(late).toMatchObject({ status: 'waiting', position: 1 });
    await run(BOOKING_LIST_JOB);
    expect((await seeBooking(staff, late)).offer).toBeUndefined();
    test.clock.set('2027-01-13T18:00:00.000Z');
    await run(BOOKING_LIST_JOB);
    staff = await test.as('staff');
    const { offer } = await seeBooking(staff, late);
    // It ends before the next session begins.
    expect(offer).toMatchObject({ places: 1, expiresAt: '2027-01-15T16:00:00.000Z' });
    expect(await Promise.all(sessions.map(async (one) => (await countedOf(test, one)).given))).toEqual([
      1, 2, 2,
    ]);
  });
});

describe('what happens to a session', () => {
  it('more places go to those who wait; fewer than are given are refused', async () => {
    const surds = await session(2);
    const [, , third] = await queued(3, surds);
    await expect(revise(surds, { teacherPlaces: 1 })).rejects.toMatchObject({
      code: 'validation-failed',
      errors: [{ field: 'teacherPlaces', code: 'places-given' }],
    });
    await revise(surds, { teacherPlaces: 3 });
    expect((await seeBooking(staff, third!.booking)).offer).toMatchObject({ places: 1 });
  });

  it('is told to everybody when it moves, with the new time for their calendar', async () => {
    const surds = await session(1);
    const [holder, first] = await queued(2, surds);
    await revise(surds, { placeName: 'Arden 1.01' });
    const [, told] = await lettersOf(test, holder!.booking);
    expect(told).toMatchObject({
      kind: 'cpd-session.changed',
      letter: { calendar: { method: 'request' } },
    });
    expect(told!.letter.calendar!.ics).toContain('LOCATION:Arden 1.01');
    expect(told!.letter.calendar!.ics).toContain('SEQUENCE:2');
    const waits = (await lettersOf(test, first!.booking)).at(-1)!;
    expect(waits.kind).toBe('cpd-session.changed');
    expect(waits.letter.calendar).toBeUndefined();
    await revise(surds, { presentersWanted: 3 });
    expect(await kindsOf(holder!.booking)).toEqual(['booking.placed', 'session.changed']);
  });

  it('cancelled, it cancels its bookings and tells everybody; a series goes on without it', async () => {
    const { seriesId, sessions } = await aSeries(test, staff, cpd, [
      { teacherPlaces: 1 },
      { teacherPlaces: 2 },
    ]);
    const robin = await teacher();
    const series = (await bookSeries(robin, seriesId)).body;
    const single = (await book(await teacher(), sessions[0]!)).body;
    const waits = (await bookSeries(await teacher(), seriesId)).body;
    expect([single.status, waits.status]).toEqual(['waiting', 'waiting']);
    const move = { to: 'cancelled', reason: 'The presenters are ill.' };
    expect((await staff.post(`/cpd/sessions/${sessions[0]!.id}/transitions`, move)).status).toBe(200);
    expect(await seeBooking(staff, single)).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'The presenters are ill.',
    });
    expect(await kindsOf(single)).toEqual(['booking.waiting', 'session.cancelled']);
    expect(await seeBooking(robin, series)).toMatchObject({ status: 'confirmed', places: 1 });
    const told = (await lettersOf(test, series)).at(-1)!;
    expect(told).toMatchObject({ kind: 'cpd-session.cancelled', letter: { calendar: { method: 'cancel' } } });
    expect(JSON.stringify(told.letter.parts)).toContain('The other sessions of the series go ahead.');
    // The session that was full held this one up; without it there is room.
    expect((await seeBooking(staff, waits)).offer).toMatchObject({ places: 1 });
    expect((await countedOf(test, sessions[0]!)).given).toBe(0);
  });
});

describe('reminders', () => {
  it('go to everybody with a place, once a week before and once a day before', async () => {
    const surds = await session(1);
    const [holder, first] = await queued(2, surds);
    const at = async (instant: string): Promise<string[]> => {
      test.clock.set(instant);
      await run(BOOKING_REMINDERS_JOB);
      await run(BOOKING_REMINDERS_JOB);
      return (await kindsOf(holder!.booking)).slice(1);
    };
    expect(await at('2027-03-02T15:59:00.000Z')).toEqual([]);
    expect(await at('2027-03-02T16:00:00.000Z')).toEqual(['booking.reminder-week']);
    expect(await at('2027-03-05T16:00:00.000Z')).toEqual(['booking.reminder-week']);
    expect(await at('2027-03-08T16:00:00.000Z')).toEqual(['booking.reminder-week', 'booking.reminder-day']);
    expect(await at('2027-03-09T15:00:00.000Z')).toEqual(['booking.reminder-week', 'booking.reminder-day']);
    expect(await kindsOf(first!.booking)).toEqual(['booking.waiting']);
  });

  it('go out once, however many processes come by at once', async () => {
    const surds = await session(1);
    const [holder] = await queued(1, surds);
    test.clock.set('2027-03-08T18:00:00.000Z');
    await Promise.all([1, 2, 3].map(() => run(BOOKING_REMINDERS_JOB)));
    expect(await kindsOf(holder!.booking)).toEqual(['booking.placed', 'booking.reminder-day']);
  });

  it('are left out for who booked since: their letter of the place says it all', async () => {
    test.clock.set('2027-03-08T18:00:00.000Z');
    staff = await test.as('staff');
    const surds = await session(1);
    const [holder] = await queued(1, surds);
    await run(BOOKING_REMINDERS_JOB);
    expect(await kindsOf(holder!.booking)).toEqual(['booking.placed']);
  });

  it('come again when the session has moved to another day', async () => {
    const surds = await session(1);
    const [holder] = await queued(1, surds);
    test.clock.set('2027-03-08T18:00:00.000Z');
    await run(BOOKING_REMINDERS_JOB);
    await revise(surds, {
      startsAt: new Date('2027-03-16T16:00:00.000Z'),
      endsAt: new Date('2027-03-16T17:00:00.000Z'),
    });
    test.clock.set('2027-03-15T18:00:00.000Z');
    await run(BOOKING_REMINDERS_JOB);
    expect((await kindsOf(holder!.booking)).slice(1)).toEqual([
      'booking.reminder-day',
      'session.changed',
      'booking.reminder-day',
    ]);
  });
});

describe('what is told before booking', () => {
  it('how many could come at once, how many wait, the series, and the own booking', async () => {
    const { sessions, seriesId } = await aSeries(test, staff, cpd, [
      { teacherPlaces: 3 },
      { teacherPlaces: 1 },
    ]);
    const path = `/cpd/sessions/${sessions[0]!.id}/booking-outlook`;
    const robin = await teacher();
    await book(await teacher(), sessions[1]!);
    const made = await bookSeries(robin, seriesId);
    expect(made.body.status).toBe('waiting');
    expect((await test.anyone.get(path)).body).toMatchObject({
      isOpen: true,
      session: { placesAtOnce: 3, waiting: 1 },
      series: { id: seriesId, title: 'Proof, step by step', placesAtOnce: 0, waiting: 1 },
      own: [],
    });
    expect((await robin.get(path)).body.own).toEqual([{ id: made.body.id, status: 'waiting' }]);
    expect((await test.anyone.get(`/cpd/sessions/${newId()}/booking-outlook`)).status).toBe(404);
    const { body } = await test.anyone.get<string>(`/cpd/sessions/${sessions[0]!.id}/calendar.ics`);
    expect(body).toContain(`UID:cpd-session-${sessions[0]!.id}@lectern`);
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft');
    expect((await test.anyone.get(`/cpd/sessions/${draft.id}/calendar.ics`)).status).toBe(404);
  });
});
