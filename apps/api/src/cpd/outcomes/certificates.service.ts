import { type Clock, DomainError, notFound, type Page } from '@lectern/core';
import { type Certificate, type CertificateCheck, readCertificateCode } from '@lectern/cpd';
import type { CertificateWithdrawal } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { AccountsService } from '../../identity/accounts.service';
import { Database } from '../../persistence/database';
import type { Config } from '../../platform/config';
import type { PrintedFile } from '../../platform/printed-file';
import { CLOCK, CONFIG } from '../../platform/tokens';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { CertificateIssuer } from './certificate-issuer';
import { certificateCheck, certificateView } from './certificate.mapper';
import { CertificatesRepository } from './certificates.repository';
import { OutcomeFacts } from './outcome-facts';
import { OutcomePost } from './outcome-post';
import { printCertificate } from './print-certificate';

/** Certificates: their holders’, a session’s for the staff, and whether one is genuine for anybody. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly certificates: CertificatesRepository,
    private readonly issuer: CertificateIssuer,
    private readonly facts: OutcomeFacts,
    private readonly sessions: CpdSessionsRepository,
    private readonly accounts: AccountsService,
    private readonly post: OutcomePost,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Somebody’s own, latest first; what they have earned since it was last looked at is issued now. */
  async own(actor: Actor): Promise<Page<Certificate>> {
    const emailKey = await this.emailKeyOf(actor);
    const attended = await this.facts.attendedBy(actor.accountId, emailKey);
    const delivered = await this.facts.deliveredBy(actor.accountId);
    const sessionIds = new Set([...attended, ...delivered.map(({ sessionId }) => sessionId)]);
    await this.issuer.catchUp(emailKey, [...sessionIds]);
    return { items: (await this.certificates.heldBy(emailKey)).map(certificateView), nextCursor: null };
  }

  /** The certificate on paper, for its holder. */
  async print(actor: Actor, id: string): Promise<PrintedFile> {
    const certificate = await this.certificates.find(id);
    if (certificate?.holderEmailKey !== (await this.emailKeyOf(actor))) throw notFound('certificate');
    if (certificate.withdrawnAt) {
      throw new DomainError(
        'conflict',
        'certificate-withdrawn',
        `This certificate was withdrawn: ${certificate.withdrawalReason ?? ''}`,
      );
    }
    const view = certificateView(certificate);
    const file = printCertificate(view, `${this.config.url}/certificates/${view.code}`);
    return { file, name: `certificate-${view.code}.pdf` };
  }

  /** Those for a session and for its series, for the staff. */
  async ofSession(sessionId: string): Promise<Page<Certificate>> {
    const session = await this.sessions.find(sessionId);
    if (!session) throw notFound('session');
    const subjects = [session.id, ...(session.seriesId === null ? [] : [session.seriesId])];
    const items = (await this.certificates.forSubjects(subjects)).map(certificateView);
    await this.audit.recordReading({
      action: 'cpd-certificates.read',
      objectKind: 'cpd-session',
      objectId: session.id,
      details: { certificates: items.length },
    });
    return { items, nextCursor: null };
  }

  /** From now on its code says that it no longer holds; its holder is told why. */
  async withdraw(actor: Actor, id: string, { reason }: CertificateWithdrawal): Promise<Certificate> {
    return this.database.transaction(async () => {
      const found = await this.certificates.find(id);
      if (!found) throw notFound('certificate');
      const why = reason.trim();
      if (!(await this.certificates.withdraw(id, actor.accountId, why, this.clock.now()))) {
        throw new DomainError('conflict', 'certificate-withdrawn', 'This certificate is withdrawn already.');
      }
      const certificate = (await this.certificates.find(id)) ?? found;
      await this.post.tellWithdrawal(certificate, why);
      await this.audit.record({
        action: 'cpd-certificate.withdrawn',
        objectKind: 'cpd-certificate',
        objectId: id,
        details: { kind: certificate.kind, subjectId: certificate.subjectId },
      });
      return certificateView(certificate);
    });
  }

  /** Whether a code is a certificate’s; a code that cannot be one is as unknown as one that nobody was given. */
  async check(typed: string): Promise<CertificateCheck> {
    const reading = readCertificateCode(typed);
    return certificateCheck(reading.kind === 'ok' ? await this.certificates.findByCode(reading.code) : null);
  }

  private async emailKeyOf(actor: Actor): Promise<string> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw notFound('account');
    return account.emailKey;
  }
}
