import { notFound } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import type { LetterCalendar } from '../notifications/letter';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { conferenceCalendar } from './conference-calendar';
import { conferenceView } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';

/**
 * The calendar entry of a conference as it comes with letters. Its UID is that of the public calendar, and its sequence
 * rises with each letter, so that a calendar takes the later one; in the caller's unit of work.
 */
@Injectable()
export class ConferenceCalendarService {
  constructor(
    private readonly conferences: ConferencesRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  /** Puts the conference into somebody's calendar, or moves it there. */
  request(conferenceId: string): Promise<LetterCalendar> {
    return this.next(conferenceId, 'request');
  }

  /** Takes it out again. */
  cancel(conferenceId: string): Promise<LetterCalendar> {
    return this.next(conferenceId, 'cancel');
  }

  private async next(conferenceId: string, method: LetterCalendar['method']): Promise<LetterCalendar> {
    const sequence = await this.conferences.nextCalendarSequence(conferenceId);
    const row = await this.conferences.find(conferenceId);
    if (!row) throw notFound('conference');
    return {
      method,
      ics: conferenceCalendar(conferenceView(row, false), this.config.url, { method, sequence }),
    };
  }
}
