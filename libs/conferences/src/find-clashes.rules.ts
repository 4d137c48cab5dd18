import { londonTime } from '@lectern/core';
import type { Programme, ProgrammeSession } from './programme.contract';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A session with everything that it takes up for its time. */
export interface Booking {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: Named | null;
  readonly speakers: readonly Named[];
  readonly groups: readonly Named[];
}

/** One thing or person that is wanted twice at once, and what has it already. */
export interface Clash {
  readonly kind: 'room' | 'speaker' | 'group';
  readonly id: string;
  readonly name: string;
  readonly by: Pick<Booking, 'sessionId' | 'title' | 'startsAt' | 'endsAt'>;
}

type Stretch = Pick<Booking, 'startsAt' | 'endsAt'>;

/** Whether two stretches of time share a moment; one may begin when the other ends. */
export const overlap = (a: Stretch, b: Stretch): boolean =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

const shared = (wanted: readonly Named[], taken: readonly Named[]): Named[] =>
  wanted.filter(({ id }) => taken.some((other) => other.id === id));

/**
 * Everything that a booking would take from others: its room, its speakers and its groups, wherever another session
 * has them at an overlapping time. A session never clashes with itself; the order is that of the sessions given.
 */
export const findClashes = (wanted: Booking, booked: readonly Booking[]): readonly Clash[] =>
  booked
    .filter((other) => other.sessionId !== wanted.sessionId && overlap(wanted, other))
    .flatMap(({ sessionId, title, startsAt, endsAt, ...other }) => {
      const by = { sessionId, title, startsAt, endsAt };
      const clash =
        (kind: Clash['kind']) =>
        ({ id, name }: Named): Clash => ({ kind, id, name, by });
      return [
        ...shared(wanted.room ? [wanted.room] : [], other.room ? [other.room] : []).map(clash('room')),
        ...shared(wanted.speakers, other.speakers).map(clash('speaker')),
        ...shared(wanted.groups, other.groups).map(clash('group')),
      ];
    });

/** `from 10am to 10.45am` */
export const fromTo = ({ startsAt, endsAt }: Stretch): string =>
  `from ${londonTime(startsAt)} to ${londonTime(endsAt)}`;

/** The clash in words: who or what, when, and by which session. */
export const clashWords = ({ kind, name, by }: Clash): string => {
  if (kind === 'room') return `${name} is taken ${fromTo(by)} by ‘${by.title}’.`;
  if (kind === 'speaker') return `${name} speaks in ‘${by.title}’ ${fromTo(by)}.`;
  return `${name} is in ‘${by.title}’ ${fromTo(by)}.`;
};

/** A session of a programme as a booking; null when its slot is not there. */
export const bookingOf = (
  programme: Programme,
  session: Omit<ProgrammeSession, 'summary' | 'strandId' | 'yearGroups'>,
): Booking | null => {
  const slot = programme.slots.find(({ id }) => id === session.slotId);
  if (!slot) return null;
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    room: programme.rooms.find(({ id }) => id === session.roomId) ?? null,
    speakers: programme.speakers.filter(({ id }) => session.speakerIds.includes(id)),
    groups: [],
  };
};

/** Every session of a programme as a booking. */
export const bookingsOf = (programme: Programme): readonly Booking[] =>
  programme.sessions.flatMap((session) => bookingOf(programme, session) ?? []);
