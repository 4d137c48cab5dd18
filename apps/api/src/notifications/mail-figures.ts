import type { Clock } from '@lectern/core';
import { MAIL_STATUSES } from '@lectern/notifications';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../platform/metrics';
import { CLOCK } from '../platform/tokens';
import { type MailCount, MailsRepository } from './mails.repository';

/** What an operator watches of the post: mails by status, and how long the oldest has waited; counted when asked. */
@Injectable()
export class MailFigures implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly mails: MailsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const oldest: Gauge = new Gauge({
      name: 'lectern_mail_oldest_waiting_seconds',
      help: 'How long the oldest mail that is not sent has waited',
      registers,
      collect: () => this.told(oldest, (counts) => oldest.set(this.age(counts))),
    });
    const mails: Gauge<'status'> = new Gauge({
      name: 'lectern_mails',
      help: 'Mails kept, by status',
      labelNames: ['status'],
      registers,
      collect: () =>
        this.told(mails, (counts) => {
          for (const status of MAIL_STATUSES)
            mails.set({ status }, counts.find((row) => row.status === status)?.mails ?? 0);
        }),
    });
  }

  private async told(gauge: Gauge<'status'> | Gauge, tell: (counts: MailCount[]) => void): Promise<void> {
    try {
      tell(await this.mails.counts());
    } catch {
      // The database is away, which readiness says; the other figures are still worth having.
      gauge.reset();
    }
  }

  private age(counts: readonly MailCount[]): number {
    const since = counts.find((row) => row.status === 'waiting')?.oldestAt;
    return since ? Math.max(0, (this.clock.now().getTime() - since.getTime()) / 1000) : 0;
  }
}
