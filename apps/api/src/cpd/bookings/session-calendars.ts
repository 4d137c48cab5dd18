import { notFound } from '@lectern/core';
import type { CpdSessionStatus } from '@lectern/cpd';
import { Inject, Injectable } from '@nestjs/common';
import type { LetterCalendar } from '../../notifications/letter';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { placeView } from '../planning/cpd-session.mapper';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { type SessionInCalendar, sessionsCalendar } from './session-calendar';

/** A stored session as a calendar shows it. */
export const inCalendar = (session: CpdSessionRow): SessionInCalendar => ({
  id: session.id,
  title: session.title,
  topicTitle: session.topicTitle,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  place: placeView(session),
  status: session.status as CpdSessionStatus,
});

/**
 * The calendar entry of a session as it comes with letters. Its UID is that of the public calendar, and its sequence
 * rises with each letter, so that a calendar takes the later one; in the caller's unit of work.
 */
@Injectable()
export class SessionCalendars {
  constructor(
    private readonly sessions: CpdSessionsRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  /** Puts the session into somebody's calendar, or moves it there. */
  request(sessionId: string): Promise<LetterCalendar> {
    return this.next(sessionId, 'request');
  }

  /** Takes it out again. */
  cancel(sessionId: string): Promise<LetterCalendar> {
    return this.next(sessionId, 'cancel');
  }

  private async next(sessionId: string, method: LetterCalendar['method']): Promise<LetterCalendar> {
    const sequence = await this.sessions.nextCalendarSequence(sessionId);
    const session = await this.sessions.find(sessionId);
    if (!session) throw notFound('session');
    return { method, ics: sessionsCalendar([inCalendar(session)], this.config.url, { method, sequence }) };
  }
}
