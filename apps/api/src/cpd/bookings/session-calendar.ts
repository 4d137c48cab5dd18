import { type CpdSession, placeLine } from '@lectern/cpd';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What makes an entry that comes with a letter differ from the public one. */
export interface SessionCalendarUpdate {
  readonly method: 'request' | 'cancel';
  readonly sequence: number;
}

/** A session as a calendar shows it. */
export type SessionInCalendar = Pick<
  CpdSession,
  'id' | 'title' | 'topicTitle' | 'startsAt' | 'endsAt' | 'place' | 'status'
>;

const METHODS = { request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL } as const;

/** What somebody typed, with one kind of line break: the generator escapes that one. */
const text = (typed: string): string => typed.replace(/\r\n?/g, '\n');

const addSession = (
  calendar: ICalCalendar,
  session: SessionInCalendar,
  url: string,
  update?: SessionCalendarUpdate,
): void => {
  const isOff = session.status === 'cancelled' || update?.method === 'cancel';
  calendar.createEvent({
    id: `cpd-session-${session.id}@lectern`,
    start: new Date(session.startsAt),
    end: new Date(session.endsAt),
    summary: text(session.title),
    description: text(session.topicTitle),
    location: text(placeLine(session.place)),
    url: `${url}/challenging-topics/sessions/${session.id}`,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(update ? { sequence: update.sequence } : {}),
  });
};

/** Sessions as one iCalendar file (RFC 5545); a UID never changes, so that calendars update what they hold. */
export const sessionsCalendar = (
  sessions: readonly SessionInCalendar[],
  url: string,
  update?: SessionCalendarUpdate,
): string => {
  const calendar = ical({
    prodId: { company: 'Lectern', product: 'Challenging topics', language: 'EN' },
    method: update ? METHODS[update.method] : ICalCalendarMethod.PUBLISH,
  });
  for (const session of sessions) addSession(calendar, session, url, update);
  return calendar.toString();
};
