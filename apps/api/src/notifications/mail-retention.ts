import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { Jobs } from '../platform/jobs';
import { CLOCK } from '../platform/tokens';
import { MailsRepository } from './mails.repository';

const KEPT = 90 * 24 * 3_600_000;
const AT_ONCE = 500;
const SIX_HOURS = 6 * 3600;

/** Removes mails 90 days after they were written, as docs/privacy.md says, and writes down how many. */
@Injectable()
export class MailRetention implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly mails: MailsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'mail.retention', everySeconds: SIX_HOURS, run: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT);
    while ((await this.database.transaction(() => this.removeSome(before))) === AT_ONCE);
  }

  private async removeSome(before: Date): Promise<number> {
    const removed = await this.mails.removeBefore(before, AT_ONCE);
    if (removed > 0) {
      await this.audit.record({
        action: 'mail.removed',
        objectKind: 'mail',
        objectId: null,
        details: { mails: removed, writtenBefore: before.toISOString() },
      });
    }
    return removed;
  }
}
