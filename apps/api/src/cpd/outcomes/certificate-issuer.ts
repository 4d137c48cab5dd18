import { randomBytes } from 'node:crypto';
import { type Clock, newId } from '@lectern/core';
import { drawCertificateCode } from '@lectern/cpd';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import type { CertificateEntity } from './certificate.entity';
import { type CertificateGround, CertificateGrounds } from './certificate-grounds';
import { CertificatesRepository } from './certificates.repository';
import { OutcomePost } from './outcome-post';

const randomByte = (): number => randomBytes(1)[0] ?? 0;

const keyOf = ({ kind, subjectId, holderEmailKey }: CertificateGround | CertificateEntity): string =>
  `${kind}:${subjectId}:${holderEmailKey}`;

/**
 * Issues certificates, each once: all that are due when a session is delivered, with a letter to each person, and one
 * by one when somebody looks who was put on the list later.
 */
@Injectable()
export class CertificateIssuer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly sessions: CpdSessionsRepository,
    private readonly grounds: CertificateGrounds,
    private readonly certificates: CertificatesRepository,
    private readonly post: OutcomePost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenMoved(async ({ session, to }) => {
      if (to === 'delivered') await this.sessionDelivered(session.id);
    });
  }

  /** Issues what somebody has earned in these sessions and does not have yet. */
  async catchUp(holderEmailKey: string, sessionIds: readonly string[]): Promise<void> {
    const sessions = (await this.sessions.findAll(sessionIds)).filter(({ status }) => status === 'delivered');
    for (const session of sessions) {
      if ((await this.missing(session, holderEmailKey)).length === 0) continue;
      await this.database.transaction(async () => {
        await this.sessions.lock([session.id]);
        await this.issue(session, await this.missing(session, holderEmailKey));
      });
    }
  }

  /** In the unit of work that marks it delivered, under its lock. */
  private async sessionDelivered(id: string): Promise<void> {
    const session = await this.sessions.find(id);
    if (!session) return;
    // Of the last two sessions of a series, marked at once, one must see the other.
    if (session.seriesId !== null) {
      await this.sessions.lock((await this.sessions.ofSeries(session.seriesId)).map((one) => one.id));
    }
    const issued = await this.issue(session, await this.missing(session));
    await this.post.tellCertificates(session, issued);
  }

  private async missing(session: CpdSessionRow, holderEmailKey?: string): Promise<CertificateGround[]> {
    const due = await this.grounds.of(session);
    const there = await this.certificates.forSubjects([...new Set(due.map(({ subjectId }) => subjectId))]);
    const issued = new Set(there.map(keyOf));
    return due.filter(
      (ground) =>
        !issued.has(keyOf(ground)) &&
        (holderEmailKey === undefined || ground.holderEmailKey === holderEmailKey),
    );
  }

  private async issue(
    session: CpdSessionRow,
    grounds: readonly CertificateGround[],
  ): Promise<CertificateGround[]> {
    const issued: CertificateGround[] = [];
    for (const ground of grounds) {
      const { accountId: _, ...facts } = ground;
      const isNew = await this.certificates.issue({
        ...facts,
        id: newId(),
        code: drawCertificateCode(randomByte),
        issuedAt: this.clock.now(),
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawalReason: null,
      });
      if (isNew) issued.push(ground);
    }
    if (issued.length > 0) {
      await this.audit.record({
        action: 'cpd-certificates.issued',
        objectKind: 'cpd-session',
        objectId: session.id,
        details: { certificates: issued.length },
      });
    }
    return issued;
  }
}
