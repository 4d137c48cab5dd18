import { choiceInWords, type GroupSessions, peopleInWords, type SlotChoice } from '@lectern/registrations';
import { londonTime } from '@lectern/core';

/** What a group would like, slot by slot, while it is being chosen. */
export type Choices = Readonly<Record<string, readonly string[]>>;

export const choicesOf = ({ choosing }: GroupSessions): Choices =>
  Object.fromEntries(choosing.slots.map(({ slotId, chosen }) => [slotId, chosen]));

/** Chooses a session as the next best of its slot, or takes it back: the ones after it move up. */
export const toggleChoice = (choices: Choices, slotId: string, sessionId: string): Choices => {
  const chosen = choices[slotId] ?? [];
  return {
    ...choices,
    [slotId]: chosen.includes(sessionId)
      ? chosen.filter((other) => other !== sessionId)
      : [...chosen, sessionId],
  };
};

/** `First choice`, or null when it is not chosen. */
export const choiceMark = (choices: Choices, slotId: string, sessionId: string): string | null => {
  const place = (choices[slotId] ?? []).indexOf(sessionId);
  return place === -1 ? null : choiceInWords(place + 1);
};

/** How many slots nothing is chosen in yet. */
export const slotsUnchosen = (slots: readonly SlotChoice[], choices: Choices): number =>
  slots.filter(({ slotId }) => (choices[slotId] ?? []).length === 0).length;

/** One line of a group's day, in words. */
export interface DayLine {
  readonly key: string;
  readonly time: string;
  readonly title: string;
  readonly slot: string | null;
  readonly room: string | null;
  readonly speakers: string;
  /** Who of the group, when it is split. */
  readonly part: string | null;
  readonly reason: string | null;
  readonly isOpen: boolean;
}

/** A group's day, line by line; what is not decided yet says so. */
export const dayLines = ({ timetable }: GroupSessions): readonly DayLine[] =>
  timetable.map(({ slotId, slot, startsAt, endsAt, grouping, session, pupils, adults, reason }) => {
    const isOpen = session === null && grouping !== 'together';
    return {
      key: `${slotId}${session?.sessionId ?? ''}`,
      time: `${londonTime(startsAt)} to ${londonTime(endsAt)}`,
      title: session?.title ?? (isOpen ? 'Not decided yet' : slot),
      slot: session === null && !isOpen ? null : slot,
      room: session?.room ?? null,
      speakers: session?.speakers.join('; ') ?? '',
      part: pupils === null ? null : peopleInWords(pupils, adults ?? 0),
      reason,
      isOpen,
    };
  });
