import { isId } from '@lectern/core';
import { sessionDescription, sessionEventData } from '@lectern/cpd';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../../platform/config';
import { type PageHead, PageHeads } from '../../platform/page-heads';
import { CONFIG } from '../../platform/tokens';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { CpdSessionsService } from '../planning/cpd-sessions.service';

/** What search engines and shared links are told of a session’s page, in the page as it is served. */
@Injectable()
export class SessionPageHead implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly sessions: CpdSessionsRepository,
    private readonly service: CpdSessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.heads.add(/^\/challenging-topics\/sessions\/([0-9a-f-]{36})$/, ([, id = '']) => this.of(id));
  }

  private async of(id: string): Promise<PageHead | null> {
    const row = isId(id) ? await this.sessions.find(id) : null;
    if (!row || !['published', 'delivered'].includes(row.status)) return null;
    const [session] = await this.service.staffed([row]);
    if (!session) return null;
    const url = `${this.config.url}/challenging-topics/sessions/${id}`;
    return {
      title: session.title,
      description: sessionDescription(session),
      url,
      data: sessionEventData(session, url),
    };
  }
}
