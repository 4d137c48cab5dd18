import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import { LetterKinds } from '../../notifications/letter-kinds';
import { Outbox } from '../../notifications/outbox';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import type { CertificateEntity } from './certificate.entity';
import type { CertificateGround } from './certificate-grounds';
import {
  CERTIFICATE_WITHDRAWN,
  CERTIFICATES_READY,
  certificatesLetter,
  MENTOR_NOTE,
  mentorNoteLetter,
  OUTCOME_LETTER_KINDS,
  withdrawalLetter,
} from './outcome.letters';

/** Writes to teachers and trainees what comes of a session, inside the unit of work of what is told. */
@Injectable()
export class OutcomePost implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly kinds: LetterKinds,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...OUTCOME_LETTER_KINDS);
  }

  /** One letter to each person, whatever they have earned. */
  async tellCertificates(session: CpdSessionEntity, issued: readonly CertificateGround[]): Promise<void> {
    const holders = new Map<string, CertificateGround[]>();
    for (const ground of issued) {
      holders.set(ground.holderEmailKey, [...(holders.get(ground.holderEmailKey) ?? []), ground]);
    }
    for (const [, certificates] of holders) {
      const [first] = certificates;
      if (!first) continue;
      const letter = certificatesLetter({
        url: this.config.url,
        session: { id: session.id, title: session.title, startsAt: session.startsAt.toISOString() },
        certificates,
        hasAccount: first.accountId !== null || (await this.accounts.findByEmail(first.holderEmail)) !== null,
      });
      await this.outbox.post({
        kind: CERTIFICATES_READY,
        to: { name: first.name, email: first.holderEmail },
        letter,
        about: { kind: 'cpd-session', id: session.id },
      });
    }
  }

  async tellWithdrawal(certificate: CertificateEntity, reason: string): Promise<void> {
    await this.outbox.post({
      kind: CERTIFICATE_WITHDRAWN,
      to: { name: certificate.name, email: certificate.holderEmail },
      letter: withdrawalLetter(certificate.title, reason),
      about: { kind: 'cpd-certificate', id: certificate.id },
    });
  }

  async tellMentorNote(traineeId: string, mentorId: string, title: string): Promise<void> {
    const [trainee, mentor] = [await this.accounts.find(traineeId), await this.accounts.find(mentorId)];
    if (!trainee || trainee.disabledAt) return;
    await this.outbox.post({
      kind: MENTOR_NOTE,
      to: { name: trainee.name, email: trainee.email },
      letter: mentorNoteLetter(title, mentor?.name ?? 'Your mentor', this.config.url),
      about: { kind: 'account', id: traineeId },
    });
  }
}
