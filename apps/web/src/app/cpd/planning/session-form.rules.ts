import { addDays, type FieldError, type HalfTermDates, londonDay, weekdayFrom } from '@lectern/core';
import type { CpdSession, CpdSessionRequest, PlaceKind } from '@lectern/cpd';
import { fromLocal, toLocal } from '../../conferences/london-local';

/** A session as its form holds it: one day, two times, and numbers as they are typed. */
export interface SessionFormValue {
  readonly programmeId: string;
  readonly seriesId: string;
  readonly topicId: string;
  readonly title: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly site: string;
  readonly teacherPlaces: string;
  readonly presentersWanted: string;
}

export const EMPTY_SESSION: SessionFormValue = {
  programmeId: '',
  seriesId: '',
  topicId: '',
  title: '',
  date: '',
  from: '16:00',
  to: '17:30',
  kind: 'campus',
  name: '',
  site: '',
  teacherPlaces: '20',
  presentersWanted: '2',
};

export const sessionFormOf = (session: CpdSession): SessionFormValue => {
  const [starts, ends] = [toLocal(session.startsAt), toLocal(session.endsAt)];
  return {
    programmeId: session.programmeId,
    seriesId: session.seriesId ?? '',
    topicId: session.topicId,
    title: session.title,
    date: starts.date,
    from: starts.time,
    to: ends.time,
    kind: session.place.kind,
    name: session.place.name,
    site: session.place.site ?? '',
    teacherPlaces: String(session.teacherPlaces),
    presentersWanted: String(session.presentersWanted),
  };
};

/** A whole number as typed; what is none goes as it is, for the server to refuse in its words. */
const numberOf = (typed: string): number => {
  const text = typed.trim();
  return /^\d+$/.test(text) ? Number(text) : (text as unknown as number);
};

export const sessionRequestOf = (form: SessionFormValue): CpdSessionRequest => ({
  programmeId: form.programmeId,
  seriesId: form.seriesId || null,
  topicId: form.topicId,
  title: form.title.trim(),
  startsAt: fromLocal({ date: form.date, time: form.from }) ?? '',
  endsAt: fromLocal({ date: form.date, time: form.to }) ?? '',
  place: {
    kind: form.kind,
    name: form.name.trim(),
    ...(form.kind !== 'online' && form.site.trim() ? { site: form.site.trim() } : {}),
  },
  teacherPlaces: numberOf(form.teacherPlaces),
  presentersWanted: numberOf(form.presentersWanted),
});

/** What the page itself can see to be missing, before anything is sent. */
export const missingIn = (form: SessionFormValue): readonly FieldError[] => {
  const asked: readonly (readonly [field: string, isThere: boolean, message: string])[] = [
    ['programmeId', form.programmeId !== '', 'Choose a programme.'],
    ['topicId', form.topicId !== '', 'Choose a topic.'],
    ['title', form.title.trim() !== '', 'Enter a title for the session.'],
    ['date', form.date !== '', 'Enter the day of the session.'],
    ['startsAt', form.from !== '', 'Enter when the session starts.'],
    ['endsAt', form.to !== '', 'Enter when the session ends.'],
    ['endsAt', form.to === '' || form.to > form.from, 'The session must end after it starts.'],
    ['place.name', form.name.trim() !== '', 'Enter where the session is.'],
  ];
  return asked
    .filter(([, isThere]) => !isThere)
    .map(([field, , message]) => ({ field, code: 'missing', message }));
};

const TUESDAY = 2;

/** A day to begin with in a half-term: its first Tuesday, or the next one when it has begun; none when it is over. */
export const dayIn = (half: Pick<HalfTermDates, 'startsOn' | 'endsOn'>, now: Date): string => {
  const tomorrow = addDays(londonDay(now), 1);
  const day = weekdayFrom(half.startsOn > tomorrow ? half.startsOn : tomorrow, TUESDAY);
  return day <= half.endsOn ? day : '';
};
