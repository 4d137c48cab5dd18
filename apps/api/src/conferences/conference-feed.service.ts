import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { conferencesFeed } from './conference-calendar';
import type { ConferenceEntity } from './conference.entity';
import { conferenceView } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';

/** Writes the calendar of several conferences, as they are now. */
@Injectable()
export class ConferenceFeedService {
  constructor(
    private readonly conferences: ConferencesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `givenUp` are those that the reader no longer comes to, and since when: they show as cancelled. */
  async of(
    conferenceIds: readonly string[],
    givenUp: ReadonlyMap<string, Date> = new Map(),
  ): Promise<string> {
    const rows = await this.conferences.findAll([...new Set([...conferenceIds, ...givenUp.keys()])]);
    return conferencesFeed(
      rows.map((row) => ({
        conference: conferenceView(row, false),
        edition: editionOf(row, givenUp.get(row.id)),
      })),
      this.config.url,
    );
  }
}

/** Giving up is newer than what the calendar held of the conference. */
const editionOf = ({ calendarSequence, updatedAt }: ConferenceEntity, givenUpAt: Date | undefined) =>
  givenUpAt === undefined
    ? { sequence: calendarSequence, updatedAt }
    : {
        sequence: calendarSequence + 1,
        updatedAt: givenUpAt > updatedAt ? givenUpAt : updatedAt,
        takenOut: true,
      };
