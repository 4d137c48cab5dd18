import fc from 'fast-check';
import {
  bookingPositions,
  type BookableSession,
  decideBooking,
  promoteBookings,
  sessionPlacesLeft,
  type StandingBooking,
} from './book-places.rules';

const session = (id: string, teacherPlaces: number, isOpen = true): BookableSession => ({
  id,
  teacherPlaces,
  isOpen,
});
const booking = (id: string, sequence: number, change: Partial<StandingBooking> = {}): StandingBooking => ({
  id,
  sessionIds: ['surds'],
  people: 1,
  fewest: 1,
  places: 1,
  held: 0,
  sequence,
  ...change,
});
const waiting = (id: string, sequence: number, change: Partial<StandingBooking> = {}): StandingBooking =>
  booking(id, sequence, { places: 0, ...change });
const SERIES = ['oct', 'dec', 'feb'];

describe('booking one session', () => {
  const asking = { wantedSessionIds: ['surds'], sessions: [session('surds', 3)], bookings: [] };

  it('gives a teacher and two colleagues the last three places', () => {
    expect(decideBooking({ ...asking, people: 3 })).toEqual({
      status: 'confirmed',
      places: 3,
      sessionIds: ['surds'],
    });
  });

  it('lets colleagues wait together when not all of them fit, unless fewer would come', () => {
    expect(decideBooking({ ...asking, people: 4 }).status).toBe('waiting');
    expect(decideBooking({ ...asking, people: 4, fewest: 2 })).toMatchObject({
      status: 'confirmed',
      places: 3,
    });
  });

  it('never waits for more people than there are', () => {
    expect(decideBooking({ ...asking, people: 2, fewest: 5 })).toMatchObject({
      status: 'confirmed',
      places: 2,
    });
  });

  it('gives nothing that a booking on the list could use', () => {
    const bookings = [booking('a', 1), booking('b', 2), waiting('c', 3, { people: 1 })];
    expect(decideBooking({ ...asking, bookings, people: 1 }).status).toBe('waiting');
  });

  it('passes a booking on the list that is too large for what is left', () => {
    const bookings = [booking('a', 1), booking('b', 2), waiting('c', 3, { people: 2, fewest: 2 })];
    expect(decideBooking({ ...asking, bookings, people: 1 }).status).toBe('confirmed');
  });

  it('walks down the list in the order of booking, not of the rows', () => {
    const bookings = [
      booking('has one', 1),
      waiting('pair', 3, { people: 2, fewest: 2 }),
      waiting('single', 2, { people: 1 }),
    ];
    // The single takes one of two; the pair cannot use the other, so the newcomer may have it.
    expect(decideBooking({ ...asking, bookings, people: 1 }).status).toBe('confirmed');
  });

  it('counts places that an offer holds', () => {
    const bookings = [waiting('a', 1, { people: 3, fewest: 3, held: 3 })];
    expect(decideBooking({ ...asking, bookings, people: 1 }).status).toBe('waiting');
  });

  it('refuses a session that is over, called off or not there', () => {
    const closed = { ...asking, people: 1, sessions: [session('surds', 3, false)] };
    expect(decideBooking(closed)).toEqual({ status: 'refused', code: 'session-not-open' });
    expect(decideBooking({ ...closed, sessions: [] })).toEqual({
      status: 'refused',
      code: 'session-not-open',
    });
  });
});

describe('booking a series', () => {
  const sessions = SERIES.map((id) => session(id, 2));
  const asking = { wantedSessionIds: SERIES, people: 1, sessions };

  it('gives a place in every session, or in none', () => {
    expect(decideBooking({ ...asking, bookings: [] })).toMatchObject({
      status: 'confirmed',
      sessionIds: SERIES,
    });
    const full = [booking('a', 1, { sessionIds: ['dec'], people: 2, places: 2 })];
    expect(decideBooking({ ...asking, bookings: full })).toMatchObject({ status: 'waiting', places: 0 });
  });

  it('leaves out the sessions that are over', () => {
    const later = [session('oct', 2, false), session('dec', 2), session('feb', 2)];
    expect(decideBooking({ ...asking, sessions: later, bookings: [] })).toMatchObject({
      sessionIds: ['dec', 'feb'],
    });
  });

  it('keeps nobody out of October that it could not be in December with', () => {
    const bookings = [
      booking('full', 1, { sessionIds: ['dec'], people: 2, places: 2 }),
      waiting('series', 2, { sessionIds: SERIES }),
      waiting('series too', 3, { sessionIds: SERIES }),
    ];
    expect(decideBooking({ ...asking, wantedSessionIds: ['oct'], people: 2, bookings }).status).toBe(
      'confirmed',
    );
  });
});

describe('promoting bookings', () => {
  it('goes by the order of booking, and asks those who have nothing yet', () => {
    const bookings = [waiting('second', 2), waiting('first', 1), booking('has one of two', 3, { people: 2 })];
    expect(promoteBookings([session('surds', 4)], bookings)).toEqual([
      { id: 'first', kind: 'offered', places: 1 },
      { id: 'second', kind: 'offered', places: 1 },
      { id: 'has one of two', kind: 'given', places: 1 },
    ]);
  });

  it('promotes a waiting series when an earlier session of it is over', () => {
    const bookings = [waiting('series', 1, { sessionIds: SERIES })];
    const later = [session('oct', 0, false), session('dec', 1), session('feb', 1)];
    expect(promoteBookings(later, bookings)).toEqual([{ id: 'series', kind: 'offered', places: 1 }]);
    // Who books one of its sessions then waits behind it, since it could use the place.
    expect(decideBooking({ wantedSessionIds: ['dec'], people: 1, sessions: later, bookings }).status).toBe(
      'waiting',
    );
  });

  it('promotes nobody into a session that is over', () => {
    expect(promoteBookings([session('surds', 9, false)], [waiting('a', 1)])).toEqual([]);
  });

  it('says where each booking stands, session by session', () => {
    const bookings = [
      waiting('series', 1, { sessionIds: SERIES }),
      waiting('dec', 2, { sessionIds: ['dec'] }),
      booking('has it', 0, { sessionIds: ['dec'] }),
    ];
    expect([...bookingPositions('dec', bookings)]).toEqual([
      ['series', 1],
      ['dec', 2],
    ]);
    expect([...bookingPositions('oct', bookings)]).toEqual([['series', 1]]);
  });
});

describe('booking, whatever happens', () => {
  const step = fc.oneof(
    fc.record({
      what: fc.constant('book' as const),
      of: fc.subarray(SERIES, { minLength: 1 }),
      people: fc.integer({ min: 1, max: 4 }),
      together: fc.boolean(),
    }),
    fc.record({ what: fc.constant('cancel' as const), at: fc.nat(40) }),
    fc.record({ what: fc.constant('over' as const), at: fc.nat(2) }),
  );
  const life = fc.record({
    places: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
    steps: fc.array(step, { maxLength: 30 }),
  });

  it('oversells no session, and leaves no place that somebody waits for and could use', () => {
    fc.assert(
      fc.property(life, ({ places, steps }) => {
        let sessions = SERIES.map((id, at) => session(id, places[at]!));
        let bookings: StandingBooking[] = [];
        for (const [sequence, one] of steps.entries()) {
          if (one.what === 'book') {
            const fewest = one.together ? one.people : 1;
            const facts = { wantedSessionIds: one.of, people: one.people, fewest, sessions, bookings };
            const decision = decideBooking(facts);
            if (decision.status !== 'refused') {
              const { places: given, sessionIds } = decision;
              bookings.push({
                id: `b${sequence}`,
                sessionIds,
                people: one.people,
                fewest,
                places: given,
                held: 0,
                sequence,
              });
            }
          } else if (one.what === 'cancel') {
            bookings = bookings.filter((_, at) => at !== one.at % Math.max(1, bookings.length));
          } else {
            sessions = sessions.map((old, at) => (at === one.at ? { ...old, isOpen: false } : old));
          }
          const grants = new Map(
            promoteBookings(sessions, bookings).map(({ id, places: more }) => [id, more]),
          );
          bookings = bookings.map((old) => ({ ...old, places: old.places + (grants.get(old.id) ?? 0) }));
          for (const { id, isOpen } of sessions) {
            if (isOpen) expect(sessionPlacesLeft(sessions, bookings).get(id)).toBeGreaterThanOrEqual(0);
          }
          for (const { places: has, people, fewest } of bookings) {
            expect(has === 0 || (has >= fewest && has <= people)).toBe(true);
          }
          expect(promoteBookings(sessions, bookings)).toEqual([]);
        }
      }),
    );
  });
});
