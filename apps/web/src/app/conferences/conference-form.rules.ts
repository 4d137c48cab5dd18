import type { Allocation, Conference, ConferenceRequest, YearGroup } from '@lectern/conferences';
import { PUPILS_PER_ADULT } from '@lectern/conferences';
import type { FieldError } from '@lectern/core';
import { bandsOf, byYearOf, NO_BANDS, type SupervisionByYear } from './supervision-form.rules';
import { daysAfter, fromLocal, type LocalMoment, NO_MOMENT, toLocal } from './london-local';

/** The moments of a conference, with the words that ask for each when it is missing. */
export const MOMENTS = {
  startsAt: 'Enter the date and the time when the conference starts.',
  endsAt: 'Enter the date and the time when the conference ends.',
  registrationOpensAt: 'Enter the date and the time when registration opens.',
  registrationClosesAt: 'Enter the date and the time when registration closes.',
  finalNumbersAt: 'Enter the date and the time when final numbers are due.',
} as const;
export type MomentField = keyof typeof MOMENTS;
const MOMENT_FIELDS = Object.keys(MOMENTS) as MomentField[];

/** What the form holds: as typed, nothing checked. */
export type ConferenceFormValue = Readonly<Record<MomentField, LocalMoment>> & {
  readonly title: string;
  readonly summary: string;
  readonly venue: { readonly name: string; readonly address: string };
  readonly yearGroups: readonly YearGroup[];
  readonly pupilPlaces: string;
  readonly schoolCap: string;
  readonly pupilsPerAdult: string;
  readonly supervisionByYear: SupervisionByYear;
  readonly allocation: Allocation;
};

export const EMPTY_FORM: ConferenceFormValue = {
  title: '',
  summary: '',
  venue: { name: '', address: '' },
  yearGroups: [],
  pupilPlaces: '',
  schoolCap: '',
  pupilsPerAdult: String(PUPILS_PER_ADULT),
  supervisionByYear: NO_BANDS,
  allocation: 'first-come',
  startsAt: { date: '', time: '09:30' },
  endsAt: { date: '', time: '15:00' },
  registrationOpensAt: NO_MOMENT,
  registrationClosesAt: NO_MOMENT,
  finalNumbersAt: NO_MOMENT,
};

/** A stored conference as the form shows it. */
export const formOf = (conference: Conference): ConferenceFormValue => ({
  title: conference.title,
  summary: conference.summary,
  venue: conference.venue,
  yearGroups: conference.yearGroups,
  pupilPlaces: String(conference.pupilPlaces),
  schoolCap: conference.schoolCap === null ? '' : String(conference.schoolCap),
  pupilsPerAdult: String(conference.pupilsPerAdult),
  supervisionByYear: byYearOf(conference.supervisionBands),
  allocation: conference.allocation,
  startsAt: toLocal(conference.startsAt),
  endsAt: toLocal(conference.endsAt),
  registrationOpensAt: toLocal(conference.registrationOpensAt),
  registrationClosesAt: toLocal(conference.registrationClosesAt),
  finalNumbersAt: toLocal(conference.finalNumbersAt),
});

/** A whole number as typed; what is none is passed on as it is, for the server to refuse in its words. */
const numberOf = (typed: string): number => {
  const text = typed.trim().replace(/,/g, '');
  return /^\d+$/.test(text) ? Number(text) : (text as unknown as number);
};

/** The request that the form stands for; a cap left empty is none. */
export const requestOf = (
  form: ConferenceFormValue,
): Omit<ConferenceRequest, 'schoolCap'> & { schoolCap: number | null } => ({
  title: form.title.trim(),
  summary: form.summary.trim(),
  venue: { name: form.venue.name.trim(), address: form.venue.address.trim() },
  yearGroups: [...form.yearGroups].sort((a, b) => a - b),
  pupilPlaces: numberOf(form.pupilPlaces),
  schoolCap: form.schoolCap.trim() === '' ? null : numberOf(form.schoolCap),
  ...(form.pupilsPerAdult.trim() === '' ? {} : { pupilsPerAdult: numberOf(form.pupilsPerAdult) }),
  supervisionBands: bandsOf(form.supervisionByYear, form.yearGroups, numberOf),
  allocation: form.allocation,
  startsAt: fromLocal(form.startsAt) ?? '',
  endsAt: fromLocal(form.endsAt) ?? '',
  registrationOpensAt: fromLocal(form.registrationOpensAt) ?? '',
  registrationClosesAt: fromLocal(form.registrationClosesAt) ?? '',
  finalNumbersAt: fromLocal(form.finalNumbersAt) ?? '',
});

const ORDER = [
  'title',
  'summary',
  'venue.name',
  'venue.address',
  'startsAt',
  'endsAt',
  'yearGroups',
  'pupilPlaces',
  'schoolCap',
  'pupilsPerAdult',
  'supervisionBands',
  'allocation',
  'registrationOpensAt',
  'registrationClosesAt',
  'finalNumbersAt',
];

/** The server's refusals in the order of the page, with our words where a date was not typed rather than wrong. */
export const inFormOrder = (
  errors: readonly FieldError[],
  form: ConferenceFormValue,
): readonly FieldError[] => {
  const place = (field: string): number => {
    const found = ORDER.findIndex((known) => field === known || field.startsWith(`${known}[`));
    return found === -1 ? ORDER.length : found;
  };
  return errors
    .map((error) => {
      const moment = MOMENT_FIELDS.find((field) => field === error.field);
      return moment && fromLocal(form[moment]) === null ? { ...error, message: MOMENTS[moment] } : error;
    })
    .sort((a, b) => place(a.field) - place(b.field));
};

/** Dates that usually go with a start: the same day's end, registration from tomorrow until a fortnight before. */
export const suggestMoments = (
  startDate: string,
  today: string,
): Readonly<Partial<Record<MomentField, LocalMoment>>> => {
  const before = (days: number): string => {
    const date = daysAfter(startDate, -days);
    return date > today ? date : startDate;
  };
  return {
    endsAt: { date: startDate, time: '15:00' },
    registrationOpensAt: { date: today, time: '09:00' },
    registrationClosesAt: { date: before(14), time: before(14) === startDate ? '09:00' : '17:00' },
    finalNumbersAt: { date: before(10), time: before(10) === startDate ? '09:00' : '17:00' },
  };
};
