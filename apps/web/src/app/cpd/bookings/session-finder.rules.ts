import { type AcademicCalendar, type HalfTerm, HALF_TERM_NAMES, halfTermOf } from '@lectern/core';
import type { CpdSession, PlaceKind } from '@lectern/cpd';

/** What sessions are narrowed to; an empty text asks for all. */
export interface SessionQuestion {
  readonly topicId: string;
  readonly halfTerm: string;
  readonly place: PlaceKind | '';
}

export const EVERY_SESSION: SessionQuestion = { topicId: '', halfTerm: '', place: '' };

/** A half-term of a year, or what lies outside of all of them. */
export interface HalfTermGroup {
  readonly key: string;
  readonly heading: string;
  readonly sessions: readonly CpdSession[];
}

const BETWEEN = 'between';

/** The half-term of a session as a key and a heading: `Spring 2, 2026/27`. */
const termOf = (
  session: CpdSession,
  calendars: readonly AcademicCalendar[],
): { key: string; heading: string } => {
  for (const calendar of calendars) {
    const halfTerm: HalfTerm | null = halfTermOf(session.startsAt, calendar);
    if (halfTerm) {
      const { year } = calendar;
      return {
        key: `${year} ${halfTerm}`,
        heading: `${HALF_TERM_NAMES[halfTerm]}, ${year}`,
      };
    }
  }
  return { key: BETWEEN, heading: 'Outside half-terms' };
};

/** Sessions by half-term, in the order of time. */
export const byHalfTerm = (
  sessions: readonly CpdSession[],
  calendars: readonly AcademicCalendar[],
): readonly HalfTermGroup[] => {
  const groups = new Map<string, { heading: string; sessions: CpdSession[] }>();
  for (const session of sessions) {
    const { heading, key } = termOf(session, calendars);
    const group = groups.get(key) ?? { heading, sessions: [] };
    group.sessions.push(session);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
};

/** The sessions that a question asks for; half-terms are asked for by their group’s key. */
export const narrowSessions = (
  sessions: readonly CpdSession[],
  { halfTerm, place, topicId }: SessionQuestion,
  calendars: readonly AcademicCalendar[],
): readonly CpdSession[] =>
  sessions.filter(
    (session) =>
      (topicId === '' || session.topicId === topicId) &&
      (place === '' || session.place.kind === place) &&
      (halfTerm === '' || termOf(session, calendars).key === halfTerm),
  );

/** The topics that sessions have, by title, to choose from. */
export const topicsOf = (sessions: readonly CpdSession[]): readonly { id: string; title: string }[] =>
  [...new Map(sessions.map(({ topicId, topicTitle }) => [topicId, topicTitle]))]
    .map(([id, title]) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
