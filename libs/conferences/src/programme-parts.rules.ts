import { type FieldError, foldText, londonDateTime } from '@lectern/core';
import { fromTo, overlap } from './find-clashes.rules';
import type { Programme, ProgrammeSession, ProgrammeSlot } from './programme.contract';

type WantedSlot = Omit<ProgrammeSlot, 'id' | 'name'>;

/**
 * What is wrong with the times of a slot: it ends after it starts, lies inside the conference's day, and shares no
 * moment with a slot that everybody is in. `others` are the slots beside it.
 */
export const checkSlot = (
  slot: WantedSlot,
  day: Pick<ProgrammeSlot, 'startsAt' | 'endsAt'>,
  others: readonly ProgrammeSlot[],
): readonly FieldError[] => {
  const starts = Date.parse(slot.startsAt);
  const ends = Date.parse(slot.endsAt);
  const errors: FieldError[] = [];
  const refuse = (field: 'startsAt' | 'endsAt', code: string, message: string): void => {
    errors.push({ field, code, message });
  };
  if (ends <= starts) refuse('endsAt', 'before-start', 'It must end after it starts.');
  if (starts < Date.parse(day.startsAt) || starts >= Date.parse(day.endsAt)) {
    refuse('startsAt', 'outside-day', `The conference is ${dayWords(day)}. Choose a start inside that.`);
  }
  if (ends > Date.parse(day.endsAt)) {
    refuse('endsAt', 'outside-day', `The conference is ${dayWords(day)}. Choose an end inside that.`);
  }
  if (errors.length > 0) return errors;
  const held = others.find(
    (other) => overlap(slot, other) && (slot.grouping === 'together' || other.grouping === 'together'),
  );
  if (held) {
    const who = held.grouping === 'together' ? 'Everybody is' : 'Groups are';
    refuse('startsAt', 'not-free', `${who} in ‘${held.name}’ ${fromTo(held)}. Choose times outside that.`);
  }
  return errors;
};

const dayWords = ({ startsAt, endsAt }: Pick<ProgrammeSlot, 'startsAt' | 'endsAt'>): string =>
  `from ${londonDateTime(startsAt)} to ${londonDateTime(endsAt)}`;

/** The slots that no longer lie inside the conference's day, since its times were changed after them. */
export const slotsOutside = (
  slots: readonly ProgrammeSlot[],
  day: Pick<ProgrammeSlot, 'startsAt' | 'endsAt'>,
): readonly ProgrammeSlot[] =>
  slots.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) < Date.parse(day.startsAt) || Date.parse(endsAt) > Date.parse(day.endsAt),
  );

/** Whether another of them has this name, however it is written. */
export const isNameTaken = (
  name: string,
  others: readonly { readonly id: string; readonly name: string }[],
  ownId: string | null,
): boolean => others.some((other) => other.id !== ownId && foldText(other.name) === foldText(name));

/** The sessions that use a room, slot, strand or speaker: none of these is removed while one does. */
export const whatUses = (programme: Programme, partId: string): readonly ProgrammeSession[] =>
  programme.sessions.filter(
    ({ roomId, slotId, strandId, speakerIds }) =>
      [roomId, slotId, strandId].includes(partId) || speakerIds.includes(partId),
  );

/** `‘Codes’`, `‘Codes’ and ‘Dance’`, `‘Codes’, ‘Dance’ and 3 others` */
export const titlesInWords = (titles: readonly string[]): string => {
  const quoted = titles.map((title) => `‘${title}’`);
  const named = quoted.length > 3 ? [...quoted.slice(0, 2), `${quoted.length - 2} others`] : quoted;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
};

/** Whether a session is for a group of these years; either side may leave it open. */
export const suitsYears = (
  session: Pick<ProgrammeSession, 'yearGroups'>,
  years: readonly number[],
): boolean =>
  session.yearGroups.length === 0 ||
  years.length === 0 ||
  session.yearGroups.some((year) => years.includes(year));
