import {
  decidePlacesAcross,
  fewestUsable,
  type InPools,
  lacks,
  type PlacesGrant,
  promoteAcross,
  type QueuedGroup,
  type WaitingAhead,
  waitingPositions,
} from '@lectern/places';

/** A session whose places are booked, alone or with the rest of its series. */
export interface BookableSession {
  readonly id: string;
  readonly teacherPlaces: number;
  /** Whether it still takes teachers: published and not begun. */
  readonly isOpen: boolean;
}

/** A live booking, of one session or of all that were left of its series when it was made. */
export interface StandingBooking {
  readonly id: string;
  readonly sessionIds: readonly string[];
  /** People on it. */
  readonly people: number;
  /** The fewest of them that would come. */
  readonly fewest: number;
  /** Places it has in each of its sessions; 0 while it waits for its first ones. */
  readonly places: number;
  /** Places that an open offer holds for it in each of its sessions. */
  readonly held: number;
  /** Order of booking; the lowest stands first. */
  readonly sequence: number;
}

/** What is known, under the locks of the sessions, when a teacher books. */
export interface BookingFacts {
  /** The sessions that are booked: one, or all of a series. */
  readonly wantedSessionIds: readonly string[];
  readonly people: number;
  /** As many as there are people when left out: they come together or wait together. */
  readonly fewest?: number;
  readonly sessions: readonly BookableSession[];
  readonly bookings: readonly StandingBooking[];
}

export type BookingDecision =
  | {
      readonly status: 'confirmed';
      /** The first so many people of the booking have a place. */
      readonly places: number;
      /** The sessions in which: of a series, those that are still to come. */
      readonly sessionIds: readonly string[];
    }
  | { readonly status: 'waiting'; readonly places: 0; readonly sessionIds: readonly string[] }
  | { readonly status: 'refused'; readonly code: 'session-not-open' };

/** Places that nobody has or is held, for each session; below nothing when staff took places away. */
export const sessionPlacesLeft = (
  sessions: readonly BookableSession[],
  bookings: readonly StandingBooking[],
): ReadonlyMap<string, number> =>
  new Map(
    sessions.map(({ id, teacherPlaces, isOpen }) => [
      id,
      // Nobody is promoted into a session that has begun.
      isOpen
        ? bookings
            .filter(({ sessionIds }) => sessionIds.includes(id))
            .reduce((left, { places, held }) => left - places - held, teacherPlaces)
        : 0,
    ]),
  );

/** A booking as the waiting list sees it: a series goes on in its open sessions when one of them is over. */
const asQueued =
  (sessions: readonly BookableSession[]) =>
  ({ id, sessionIds, people, fewest, places, held, sequence }: StandingBooking): QueuedGroup & InPools => ({
    id,
    wanted: people,
    minimum: fewest,
    places,
    held,
    sequence,
    pools: openOf(sessions, sessionIds),
  });

const openOf = (sessions: readonly BookableSession[], ids: readonly string[]): readonly string[] =>
  ids.filter((wanted) => sessions.some(({ id, isOpen }) => id === wanted && isOpen));

const waitingAhead = ({ sessions, bookings }: BookingFacts): readonly (WaitingAhead & InPools)[] =>
  bookings
    .map(asQueued(sessions))
    .sort((a, b) => a.sequence - b.sequence)
    // CPD knows no cap for a school.
    .map((group) => ({ pools: group.pools, minimum: fewestUsable(group), lacks: lacks(group, null) }));

/**
 * Decides what a teacher gets who books a session, or a series: the rules and the code of conferences’ waiting list
 * (docs/adr/0014). A series is a place in each of its sessions that is still to come, or none.
 */
export const decideBooking = (facts: BookingFacts): BookingDecision => {
  const sessionIds = openOf(facts.sessions, facts.wantedSessionIds);
  if (sessionIds.length === 0) return { status: 'refused', code: 'session-not-open' };
  const decision = decidePlacesAcross(
    {
      left: sessionPlacesLeft(facts.sessions, facts.bookings),
      pools: sessionIds,
      schoolCap: null,
      wanted: facts.people,
      minimum: Math.min(facts.fewest ?? facts.people, facts.people),
      waitingAhead: waitingAhead(facts),
    },
    'first-come',
  );
  return decision.status === 'confirmed'
    ? { ...decision, sessionIds }
    : { status: 'waiting', places: 0, sessionIds };
};

/** Who gets the places that came free, in the order of booking; see `promoteWaitingGroups` for what each kind means. */
export const promoteBookings = (
  sessions: readonly BookableSession[],
  bookings: readonly StandingBooking[],
): readonly PlacesGrant[] =>
  promoteAcross({
    left: sessionPlacesLeft(sessions, bookings),
    schoolCap: null,
    groups: bookings.map(asQueued(sessions)),
  });

/** Where each waiting booking stands on the list of one session, first is 1. */
export const bookingPositions = (
  sessionId: string,
  bookings: readonly StandingBooking[],
): ReadonlyMap<string, number> =>
  waitingPositions(bookings.filter(({ sessionIds }) => sessionIds.includes(sessionId)).map(asQueued([])));
