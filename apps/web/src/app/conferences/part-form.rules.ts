import type {
  Conference,
  Grouping,
  ProgrammeRoomRequest,
  ProgrammeSlot,
  ProgrammeSlotRequest,
  ProgrammeSpeakerRequest,
  ProgrammeStrandRequest,
  SpeakerKind,
} from '@lectern/conferences';
import { type FieldError, londonDate } from '@lectern/core';
import { daysAfter, fromLocal, toLocal } from './london-local';
import type { PartKind } from './programme-api';

/** The boxes of all four dialogs; each shows its own. */
export interface PartForm {
  readonly name: string;
  readonly capacity: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly grouping: Grouping;
  readonly kind: SpeakerKind;
  readonly affiliation: string;
}

type AnyPart = Partial<{
  readonly name: string;
  readonly capacity: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly grouping: Grouping;
  readonly kind: SpeakerKind;
  readonly affiliation: string | null;
}>;

/** The days of a conference, as one chooses among them; one, for most. */
export const daysOf = ({ startsAt, endsAt }: Pick<Conference, 'startsAt' | 'endsAt'>) => {
  const last = toLocal(endsAt).date;
  const days: { readonly date: string; readonly words: string }[] = [];
  for (let date = toLocal(startsAt).date; date !== '' && date <= last; date = daysAfter(date, 1))
    days.push({ date, words: londonDate(`${date}T12:00:00Z`) });
  return days;
};

const LENGTH = 45 * 60_000;

/** The stretch that a new time begins with: three quarters of an hour after the last one, inside the day. */
export const freeTimeIn = (
  day: Pick<Conference, 'startsAt' | 'endsAt'>,
  slots: readonly ProgrammeSlot[],
): { readonly startsAt: string; readonly endsAt: string } => {
  const last = Math.max(Date.parse(day.startsAt), ...slots.map(({ endsAt }) => Date.parse(endsAt)));
  const starts = last >= Date.parse(day.endsAt) ? Date.parse(day.startsAt) : last;
  const ends = Math.min(starts + LENGTH, Date.parse(day.endsAt));
  return { startsAt: new Date(starts).toISOString(), endsAt: new Date(ends).toISOString() };
};

export const partForm = (
  part: AnyPart,
  free: { readonly startsAt: string; readonly endsAt: string },
): PartForm => {
  const starts = toLocal(part.startsAt ?? free.startsAt);
  return {
    name: part.name ?? '',
    capacity: part.capacity === undefined ? '' : String(part.capacity),
    date: starts.date,
    startsAt: starts.time,
    endsAt: toLocal(part.endsAt ?? free.endsAt).time,
    grouping: part.grouping ?? 'together',
    kind: part.kind ?? 'staff',
    affiliation: part.affiliation ?? '',
  };
};

type Body = ProgrammeStrandRequest & ProgrammeRoomRequest & ProgrammeSlotRequest & ProgrammeSpeakerRequest;

/** What the form asks for; what it cannot even be asked for is said here, field by field. */
export const partRequest = (
  kind: Exclude<PartKind, 'sessions'>,
  form: PartForm,
): { readonly body: Body } | { readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = [];
  const refuse = (field: string, message: string): void =>
    void errors.push({ field, code: 'missing', message });
  if (form.name.trim() === '') refuse('name', `Enter a name.`);
  if (kind === 'rooms' && !/^\d{1,4}$/.test(form.capacity.trim()))
    refuse('capacity', 'Enter how many people the room holds as a whole number, such as 60.');
  const at = (field: 'startsAt' | 'endsAt', words: string): string => {
    const instant = kind === 'slots' ? fromLocal({ date: form.date, time: form[field] }) : '';
    if (instant === null) refuse(field, words);
    return instant ?? '';
  };
  const startsAt = at('startsAt', 'Enter when it starts, such as 10:00.');
  const endsAt = at('endsAt', 'Enter when it ends, such as 10:45.');
  if (errors.length > 0) return { errors };
  const { name, grouping } = form;
  const affiliation = form.affiliation.trim() || null;
  const bodies = {
    strands: { name },
    rooms: { name, capacity: Number(form.capacity) },
    slots: { name, startsAt, endsAt, grouping },
    speakers: { name, kind: form.kind, affiliation },
  };
  // Each kind is sent its own fields and no others.
  return { body: bodies[kind] as Body };
};
