import { overlap } from '@lectern/conferences';
import { addDays, foldText, londonDate, londonDay, londonTime, startOfDay } from '@lectern/core';
import type { CpdPlace } from './cpd-session.contract';

/** Minutes between two places that are not the same, when the host does not say. */
export const TRAVEL_MINUTES = 45;

interface Stretch {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The session that somebody would like to give. */
export interface WantedTime extends Stretch {
  /** The session, or the proposal, that is wanted: nothing clashes with itself. */
  readonly id: string;
  readonly place: CpdPlace;
  /** Who would give it. */
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
}

/** What one person has promised to be at: a session they offer to give, or one that they booked. */
export interface Promised extends Stretch {
  readonly kind: 'offer' | 'booking';
  readonly sessionId: string;
  readonly accountId: string;
  readonly title: string;
  readonly place: CpdPlace;
  /** Whether the offer was withdrawn or declined, the booking given back or the session called off. */
  readonly isCancelled: boolean;
}

/** A day that a trainee spends in their placement school. */
export interface PlacementDay {
  readonly accountId: string;
  /** `2027-03-09` in London. */
  readonly day: string;
  readonly schoolName: string;
  readonly isCancelled: boolean;
}

/** Another session in a place. */
export interface TakenPlace extends Stretch {
  readonly sessionId: string;
  readonly title: string;
  readonly place: CpdPlace;
  readonly isCancelled: boolean;
}

export interface Commitments {
  readonly promised: readonly Promised[];
  readonly placementDays: readonly PlacementDay[];
  readonly takenPlaces: readonly TakenPlace[];
}

/** One thing that stands in the way of a session: what it is, whose it is, and why. */
export interface CommitmentClash extends Stretch {
  readonly kind: 'offer' | 'booking' | 'placement' | 'room';
  /** `overlap` shares a minute, `travel` leaves too little time to get from one place to the other. */
  readonly why: 'overlap' | 'travel';
  /** The session that has it, or the day of the placement. */
  readonly with: string;
  readonly title: string;
  /** Whose commitment; null for a room. */
  readonly who: { readonly accountId: string; readonly name: string } | null;
}

const MINUTE = 60_000;
const THE_CAMPUS = 'the campus';

/** Where somebody has to be in person: the campus or the school; null online. */
const siteOf = ({ kind, name, site }: CpdPlace): string | null => {
  if (kind === 'online') return null;
  const fallback = kind === 'school' ? name : THE_CAMPUS;
  return `${kind} ${foldText(site ?? fallback)}`;
};

const roomOf = (place: CpdPlace): string | null => {
  const site = siteOf(place);
  return site === null ? null : `${site} ${foldText(place.name)}`;
};

/** Whether somebody must travel between two places: nobody does who is online at one of them. */
const mustTravel = (a: CpdPlace, b: CpdPlace): boolean => {
  const [from, to] = [siteOf(a), siteOf(b)];
  return from !== null && to !== null && from !== to;
};

const widened = ({ startsAt, endsAt }: Stretch, minutes: number): Stretch => ({
  startsAt: new Date(Date.parse(startsAt) - minutes * MINUTE).toISOString(),
  endsAt: new Date(Date.parse(endsAt) + minutes * MINUTE).toISOString(),
});

/** Why one stretch cannot follow the other; null when it can. */
const conflictOf = (
  wanted: WantedTime,
  other: Stretch & { readonly place: CpdPlace },
  travelMinutes: number,
): CommitmentClash['why'] | null => {
  if (overlap(wanted, other)) return 'overlap';
  return mustTravel(wanted.place, other.place) && overlap(widened(wanted, travelMinutes), other)
    ? 'travel'
    : null;
};

/** The days of London that a session touches; one that ends at midnight does not touch the next. */
const daysOf = ({ startsAt, endsAt }: Stretch): readonly string[] => {
  const days: string[] = [];
  const last = londonDay(new Date(Math.max(Date.parse(startsAt), Date.parse(endsAt) - 1)));
  for (let day = londonDay(startsAt); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

const clashesOf = (
  who: WantedTime['people'][number],
  wanted: WantedTime,
  { promised, placementDays }: Commitments,
  travelMinutes: number,
): readonly CommitmentClash[] => {
  const isTheirs = (one: { readonly accountId: string; readonly isCancelled: boolean }): boolean =>
    one.accountId === who.accountId && !one.isCancelled;
  const sessions = promised.filter(isTheirs).flatMap((other): CommitmentClash[] => {
    const why = other.sessionId === wanted.id ? null : conflictOf(wanted, other, travelMinutes);
    const { kind, sessionId, title, startsAt, endsAt } = other;
    return why === null ? [] : [{ kind, why, with: sessionId, title, startsAt, endsAt, who }];
  });
  const touched = daysOf(wanted);
  const placements = placementDays
    .filter((placement) => isTheirs(placement) && touched.includes(placement.day))
    .map(({ day, schoolName }): CommitmentClash => {
      const [startsAt, endsAt] = [startOfDay(day).toISOString(), startOfDay(addDays(day, 1)).toISOString()];
      return { kind: 'placement', why: 'overlap', with: day, title: schoolName, startsAt, endsAt, who };
    });
  return [...sessions, ...placements];
};

/**
 * Everything that stands in the way of a session: for each of the team their other offers, bookings and placement days,
 * then the room. A shared minute clashes; one may begin when the other ends, unless people must travel between the two
 * and are left less than the time for it. Online needs no travel and no room. A placement day takes the whole day in
 * London. What was cancelled stands in nobody’s way. The order is that of the team, then of what was given.
 */
export const findCommitmentClashes = (
  wanted: WantedTime,
  commitments: Commitments,
  travelMinutes = TRAVEL_MINUTES,
): readonly CommitmentClash[] => {
  const room = roomOf(wanted.place);
  const taken = commitments.takenPlaces
    .filter(
      (other) =>
        !other.isCancelled &&
        other.sessionId !== wanted.id &&
        room !== null &&
        roomOf(other.place) === room &&
        overlap(wanted, other),
    )
    .map(({ sessionId, title, startsAt, endsAt }): CommitmentClash => ({
      kind: 'room',
      why: 'overlap',
      with: sessionId,
      title,
      startsAt,
      endsAt,
      who: null,
    }));
  return [...wanted.people.flatMap((who) => clashesOf(who, wanted, commitments, travelMinutes)), ...taken];
};

/** The clash in words: who or what, with which, when, and what would help. */
export const commitmentClashWords = (
  { kind, why, title, startsAt, endsAt, who }: CommitmentClash,
  placeName: string,
): string => {
  const name = who?.name ?? placeName;
  const when = `on ${londonDate(startsAt)} from ${londonTime(startsAt)} to ${londonTime(endsAt)}`;
  if (kind === 'placement') return `${name} is on placement at ${title} on ${londonDate(startsAt)}.`;
  if (kind === 'room') return `${name} is taken by ‘${title}’ ${when}.`;
  const does = kind === 'offer' ? 'offers to give' : 'has booked';
  return why === 'travel'
    ? `${name} ${does} ‘${title}’ ${when}, in another place: there is too little time to get from one to the other.`
    : `${name} ${does} ‘${title}’ ${when}.`;
};
