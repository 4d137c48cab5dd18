import type { BookingMade, CpdSession } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { removeGuard, widenWindow } from './booking-guard.harness';
import { aSeries, book, bookSeries, countedOf } from './bookings.harness';

const CLIENTS = 64;
const PLACES = 10;
const urns = Array.from({ length: 4 }, (_, n) => String(930_301 + n));

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;
let teachers: Caller[];

const begin = async (): Promise<void> => {
  test = await testApp();
  await test.addSchools(urns);
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
  teachers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, n) => test.as('teacher', urns[n % urns.length])),
  );
};

const positions = (made: readonly BookingMade[]): number[] =>
  made.flatMap(({ position }) => position ?? []).sort((a, b) => a - b);
const oneTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

describe('64 teachers at once', () => {
  beforeAll(begin);
  afterAll(() => test.close());

  it('for ten places: exactly ten have one, 54 wait in order, nobody is lost', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published', {
      teacherPlaces: PLACES,
      startsAt: '2027-06-15T16:00:00.000Z',
      endsAt: '2027-06-15T17:00:00.000Z',
    });
    widenWindow(test);
    const answers = await Promise.all(teachers.map((teacher) => book(teacher, session)));
    expect(answers.map(({ status }) => status)).toEqual(teachers.map(() => 201));
    const made = answers.map(({ body }) => body);
    expect(made.filter(({ status }) => status === 'confirmed')).toHaveLength(PLACES);
    expect(positions(made)).toEqual(oneTo(CLIENTS - PLACES));
    expect(await countedOf(test, session)).toEqual({ given: PLACES, had: PLACES, held: 0, people: PLACES });
    const [stored] = await test.database.select<{ n: number; sequences: number }>(
      'SELECT COUNT(*) AS n, COUNT(DISTINCT sequence) AS sequences FROM cpd_bookings WHERE session_id = ?',
      [session.id],
    );
    expect([Number(stored!.n), Number(stored!.sequences)]).toEqual([CLIENTS, CLIENTS]);
    expect((await test.anyone.get<CpdSession>(`/cpd/sessions/${session.id}`)).body.placesLeft).toBe(0);
  });

  it('for a series and for single sessions of it: no session is oversold, and no place stays free that is waited for', async () => {
    const { seriesId, sessions } = await aSeries(test, staff, cpd, [
      { teacherPlaces: PLACES },
      { teacherPlaces: 6 },
      { teacherPlaces: PLACES },
    ]);
    const answers = await Promise.all(
      teachers.map((teacher, n) =>
        n % 2 === 0 ? bookSeries(teacher, seriesId) : book(teacher, sessions[n % 3]!),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(teachers.map(() => 201));
    for (const one of sessions) {
      const { given, had, held, people } = await countedOf(test, one);
      expect([given, held]).toEqual([had, 0]);
      expect(people).toBe(given);
      expect(given).toBeLessThanOrEqual(one.teacherPlaces);
    }
    // The second session has the fewest places and is waited for by all who want it.
    expect((await countedOf(test, sessions[1]!)).given).toBe(6);
  });

  it('cancel and book at once: what comes free is held for the first who wait, and no more', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published', {
      teacherPlaces: PLACES,
      startsAt: '2027-05-11T16:00:00.000Z',
      endsAt: '2027-05-11T17:00:00.000Z',
    });
    const early = await Promise.all(
      teachers.slice(0, 40).map(async (teacher) => ({ teacher, made: (await book(teacher, session)).body })),
    );
    const confirmed = early.filter(({ made }) => made.status === 'confirmed');
    expect(confirmed).toHaveLength(PLACES);
    const answers = await Promise.all([
      ...confirmed
        .slice(0, 6)
        .map(({ made, teacher }) => teacher.post(`/cpd/bookings/${made.id}/cancellation`)),
      ...teachers.slice(40).map((teacher) => book(teacher, session)),
    ]);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    expect(await countedOf(test, session)).toEqual({ given: PLACES, had: 4, held: 6, people: 4 });
    const held = await test.database.select<{ id: string }>(
      'SELECT id FROM cpd_bookings WHERE session_id = ? AND held > 0',
      [session.id],
    );
    const firstSix = early
      .filter(({ made }) => (made.position ?? 99) <= 6)
      .map(({ made }) => made.id)
      .sort();
    expect(held.map(({ id }) => id).sort()).toEqual(firstSix);
  });
});

describe('the guard', () => {
  beforeAll(begin);
  afterAll(() => test.close());

  it('is what keeps ten places ten: without it more are given', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published', { teacherPlaces: PLACES });
    removeGuard(test);
    widenWindow(test);
    await Promise.all(teachers.map((teacher) => book(teacher, session)));
    expect((await countedOf(test, session)).had).toBeGreaterThan(PLACES);
  });
});
