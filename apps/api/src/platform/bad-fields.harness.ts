import type { Caller } from '../app.harness';
import type { Kind } from './bad-values.harness';

/** A request that would be taken, and where to look for what it would have changed. */
export interface Call {
  readonly path: string;
  readonly body: object;
  readonly see?: string;
  /** Who sends it, when it is nobody of `by`. */
  readonly as?: Caller;
}

export interface Operation {
  readonly by?: 'anyone' | 'phone' | 'coordinator' | 'supervisor';
  readonly arrange: () => Promise<Call> | Call;
  /** Each field by its path; `?` after the kind: it may be left out. */
  readonly fields: Readonly<Record<string, Kind | `${Kind}?`>>;
}

export const BANDS = [{ yearGroups: [9 as const], pupilsPerAdult: 10 }];

export const conferenceFields = {
  title: 'text',
  summary: 'text',
  venue: 'object',
  'venue.name': 'text',
  'venue.address': 'text',
  startsAt: 'moment',
  endsAt: 'moment',
  yearGroups: 'list',
  'yearGroups[0]': 'number',
  pupilPlaces: 'number',
  schoolCap: 'number?',
  pupilsPerAdult: 'number?',
  supervisionBands: 'bands?',
  'supervisionBands[0].yearGroups': 'list',
  'supervisionBands[0].pupilsPerAdult': 'number',
  allocation: 'choice',
  registrationOpensAt: 'moment',
  registrationClosesAt: 'moment',
  finalNumbersAt: 'moment',
} as const;

export const groupFields = {
  pupilsWanted: 'number',
  pupilsMinimum: 'number?',
  adults: 'number',
  visitLeader: 'object',
  'visitLeader.name': 'text',
  'visitLeader.phone': 'text',
  supervisionReason: 'free text?',
  notes: 'free text?',
} as const;

export const optional = (fields: Operation['fields']): Operation['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([path, kind]) => [
      path,
      /[.[]/.test(path) ? kind : `${kind.replace('?', '')}?`,
    ]),
  ) as Operation['fields'];

export const aPerson = {
  kind: 'pupil',
  givenName: 'Wren',
  familyName: 'Oakley',
  yearGroup: 9,
  photoConsent: 'yes',
  birthDate: '2011-05-03',
  dayOnly: { dietary: 'No nuts', access: 'Ramp', medical: 'Inhaler', emergencyContact: 'Aunt' },
};

export const needsFields = {
  photoConsent: 'choice?',
  dayOnly: 'object?',
  'dayOnly.dietary': 'free text?',
  'dayOnly.access': 'free text?',
  'dayOnly.medical': 'free text?',
  'dayOnly.emergencyContact': 'free text?',
} as const;

export const personFields = {
  givenName: 'text',
  familyName: 'text',
  yearGroup: 'number',
  birthDate: 'choice?',
  ...needsFields,
} as const;

export const put = (target: unknown, path: string, value: unknown): object => {
  const copy = structuredClone(target) as Record<string, unknown>;
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  let place = copy;
  for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[steps.at(-1)!] = value;
  return copy;
};

export const short = (value: unknown): string => String(JSON.stringify(value)).slice(0, 60);
