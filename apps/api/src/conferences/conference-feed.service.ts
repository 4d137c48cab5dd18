import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { conferencesFeed } from './conference-calendar';
import { conferenceView } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';

/** Writes the calendar of several conferences, as they are now. */
@Injectable()
export class ConferenceFeedService {
  constructor(
    private readonly conferences: ConferencesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(conferenceIds: readonly string[]): Promise<string> {
    const rows = await this.conferences.findAll(conferenceIds);
    return conferencesFeed(
      rows.map((row) => ({
        conference: conferenceView(row, false),
        edition: { sequence: row.calendarSequence, updatedAt: row.updatedAt },
      })),
      this.config.url,
    );
  }
}
