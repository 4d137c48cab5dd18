import {
  actionWords,
  AUDIT_OBJECTS,
  AUDIT_WORDS,
  type AuditRecord,
  detailWords,
  objectWords,
} from '@lectern/identity';

/** What is asked of the trail, as the API takes it; what is not asked is absent. */
export type AuditQuestion = Readonly<Record<string, string>>;

/** The boxes of the form, each as it was filled in; days are London's. */
export interface AuditForm {
  readonly who: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly actorId: string;
  readonly from: string;
  readonly to: string;
}

const londonHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Midnight in London at the start of a day (YYYY-MM-DD), as a moment; undefined for what is no day. */
const startOfDay = (day: string): Date | undefined => {
  const utc = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(utc.getTime())) return undefined;
  return new Date(utc.getTime() - Number(londonHour.format(utc)) * 3_600_000);
};

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return '';
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** The form as a question: both days are whole, from the first's midnight to the end of the last. */
export const auditQuestion = ({ from, to, ...texts }: AuditForm): AuditQuestion => {
  const asked = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  const first = startOfDay(from);
  const end = startOfDay(dayAfter(to));
  return {
    ...Object.fromEntries(asked),
    ...(first ? { from: first.toISOString() } : {}),
    ...(end ? { to: end.toISOString() } : {}),
  };
};

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  account: (id) => `/people/${id}`,
  conference: (id) => `/staff/conferences/${id}`,
  'cpd-booking': (id) => `/my-cpd/bookings/${id}`,
  group: (id) => `/groups/${id}`,
};

/** The page of the thing that a record is about, where there is one. */
export const auditLink = ({
  objectKind,
  objectId,
}: Pick<AuditRecord, 'objectKind' | 'objectId'>): string | null => {
  const page = Object.hasOwn(PAGES, objectKind) ? PAGES[objectKind] : undefined;
  return page && objectId !== null ? page(objectId) : null;
};

/** Who did it, in words. */
export const actorWords = ({ name, kind }: AuditRecord['actor']): string => {
  if (name !== null) return name;
  if (kind === 'system') return 'No account';
  return kind === 'device' ? 'A phone at the door' : 'An account that is gone';
};

/** A record as the page shows it. */
export const auditRow = (record: AuditRecord) => ({
  record,
  who: actorWords(record.actor),
  what: actionWords(record.action),
  thing: objectWords(record.objectKind),
  link: auditLink(record),
  details: detailWords(record.details),
});

const byWords = (a: { words: string }, b: { words: string }): number =>
  a.words.localeCompare(b.words, 'en-GB');

/** The actions that one can choose from; the trail may hold others, which their kind of thing finds. */
export const AUDIT_ACTIONS = Object.entries(AUDIT_WORDS)
  .map(([id, words]) => ({ id, words }))
  .sort(byWords);

/** The kinds of things that one can choose from. */
export const AUDIT_KINDS = Object.entries(AUDIT_OBJECTS)
  .map(([id, words]) => ({ id, words }))
  .sort(byWords);
