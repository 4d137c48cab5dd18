import { type ConferenceState, eventData, isPublic, shareDescription } from '@lectern/conferences';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../platform/config';
import { type PageHead, PageHeads } from '../platform/page-heads';
import { CONFIG } from '../platform/tokens';
import { conferenceView } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';

/** What search engines and shared links are told of a conference's page, in the page as it is served. */
@Injectable()
export class ConferencePageHead implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly conferences: ConferencesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.heads.add(/^\/conferences\/([a-z0-9-]{1,80})$/, ([, slug = '']) => this.of(slug));
  }

  private async of(slug: string): Promise<PageHead | null> {
    const row = await this.conferences.find(slug);
    if (!row || !isPublic(row.status as ConferenceState)) return null;
    const conference = conferenceView(row, false);
    const url = `${this.config.url}/conferences/${conference.slug}`;
    return {
      title: conference.title,
      description: shareDescription(conference.summary),
      url,
      data: eventData(conference, url),
    };
  }
}
