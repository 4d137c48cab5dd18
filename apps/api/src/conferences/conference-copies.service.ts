import { type Clock, notFound } from '@lectern/core';
import { type Conference, copyDates, copyTitle, moveWithStart, startAgain } from '@lectern/conferences';
import type { ConferenceCopyRequest, ConferenceRequest } from '@lectern/conferences/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencesRepository } from './conferences.repository';
import { ConferencesService } from './conferences.service';

const TITLE_MAX = 120;

/** Holds a conference again: a draft with everything that was decided about it, and none of what happened at it. */
@Injectable()
export class ConferenceCopiesService {
  constructor(
    private readonly database: Database,
    private readonly repository: ConferencesRepository,
    private readonly conferences: ConferencesService,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async copy(actor: Actor, id: string, wish: ConferenceCopyRequest): Promise<Conference> {
    const row = await this.repository.find(id);
    if (!row) throw notFound('conference');
    const first = this.conferences.requestOf(row);
    const startsAt = new Date(wish.startsAt ?? startAgain(first.startsAt, this.clock.now())).toISOString();
    const request: ConferenceRequest = {
      ...first,
      ...copyDates(first, startsAt),
      title: wish.title ?? copyTitle(first.title, first.startsAt, startsAt).slice(0, TITLE_MAX),
    };
    return this.database.transaction(async () => {
      const made = await this.conferences.create(actor, request);
      await this.lifecycle.copied({
        from: row.id,
        to: made.id,
        moved: (moment) => new Date(moveWithStart(moment.toISOString(), first.startsAt, startsAt)),
      });
      await this.audit.record({
        action: 'conference.copied',
        objectKind: 'conference',
        objectId: made.id,
        details: { from: row.id },
      });
      return made;
    });
  }
}
