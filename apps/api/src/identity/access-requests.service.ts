import { type Clock, DomainError, newId } from '@lectern/core';
import type { AccessRequestConfirmed, AccessRequestSent, Role } from '@lectern/identity';
import type { AskForAccess } from '@lectern/identity/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { Jobs } from '../platform/jobs';
import { hashToken, newToken } from '../platform/secrets';
import { type Limit, Throttle } from '../platform/throttle';
import { CLOCK, CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { AccessRequestEntity } from './access-request.entity';
import { AccessRequestsRepository } from './access-requests.repository';
import { AccountsRepository, emailKeyOf } from './accounts.repository';
import { confirmAddressLetter, requestWaitingLetter } from './identity.letters';
import { IdentityPost } from './identity-post';
import { schoolToJoin } from './school-choice';

const HOUR = 3_600_000;
const CONFIRM_WITHIN = 48 * HOUR;
const KEPT = 90 * 24 * HOUR;
const BY_EMAIL: Limit = { name: 'access-email', tries: 3, seconds: 3600 };
const BY_NETWORK: Limit = { name: 'access-network', tries: 30, seconds: 3600 };
const CONFIRMING: Limit = { name: 'access-confirm', tries: 100, seconds: 900 };

const over = (): DomainError =>
  new DomainError(
    'gone',
    'confirmation-over',
    'This link is not known or has expired. Ask for access again, and you get a new one.',
  );

/**
 * Asking for access, from outside. Nothing here looks at whether the address is known: everybody is answered alike, and
 * a letter goes to the address, whose owner alone can make the request visible.
 */
@Injectable()
export class AccessRequestsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly requests: AccessRequestsRepository,
    private readonly accounts: AccountsRepository,
    private readonly schools: SchoolsService,
    private readonly post: IdentityPost,
    private readonly throttle: Throttle,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'access-requests', everySeconds: 3600, run: () => this.tidy() });
  }

  async ask(request: AskForAccess, network: string): Promise<AccessRequestSent> {
    await this.throttle.take(BY_NETWORK, network);
    await this.throttle.take(BY_EMAIL, emailKeyOf(request.email));
    const school = await schoolToJoin(this.schools, request.schoolUrn);
    const token = newToken();
    const now = this.clock.now();
    const row: AccessRequestEntity = {
      id: newId(),
      tokenHash: hashToken(token),
      status: 'unconfirmed',
      email: request.email.trim(),
      emailKey: emailKeyOf(request.email),
      name: request.name.trim(),
      role: request.role,
      schoolUrn: school.urn,
      note: request.note?.trim() || null,
      createdAt: now,
      confirmBy: new Date(now.getTime() + CONFIRM_WITHIN),
      confirmedAt: null,
      decidedAt: null,
      decidedBy: null,
      reason: null,
    };
    const letter = confirmAddressLetter({
      schoolName: school.name,
      role: request.role,
      url: `${this.config.url}/ask-for-access/${token}`,
      confirmBy: row.confirmBy,
    });
    await this.database.transaction(async () => {
      await this.requests.insert(row);
      await this.post.send('access-request.confirm', row, letter, { kind: 'access-request', id: row.id });
      await this.note('access-request.made', row);
    });
    return { confirmBy: row.confirmBy.toISOString() };
  }

  /** Shows that the address is one's own; opening the link again says the same once more. */
  async confirm(token: string, network: string): Promise<AccessRequestConfirmed> {
    await this.throttle.take(CONFIRMING, network);
    const tokenHash = hashToken(token);
    const row = await this.database.transaction(async () => {
      const confirmed = await this.requests.confirm(tokenHash, this.clock.now());
      const found = await this.requests.findByToken(tokenHash);
      if (!found || found.status === 'unconfirmed') throw over();
      if (confirmed === 1) {
        await this.requests.replaceEarlier(found, this.clock.now());
        await this.tellCoordinators(found);
        await this.note('access-request.confirmed', found);
      }
      return found;
    });
    const school = await this.schools.find(row.schoolUrn);
    return { schoolName: school?.name ?? row.schoolUrn };
  }

  private async tellCoordinators(request: AccessRequestEntity): Promise<void> {
    if (!(await this.requests.isKnownToSchool(request.id))) return;
    const school = await this.schools.find(request.schoolUrn);
    const letter = requestWaitingLetter({
      name: request.name,
      schoolName: school?.name ?? request.schoolUrn,
      role: request.role as Role,
      url: `${this.config.url}/our-school`,
    });
    for (const coordinator of await this.accounts.ofSchool(request.schoolUrn, 'coordinator')) {
      const about = { kind: 'access-request', id: request.id };
      await this.post.send('access-request.waiting', coordinator, letter, about);
    }
  }

  private async tidy(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(() => this.requests.tidy(now, new Date(now.getTime() - KEPT)));
  }

  private note(action: string, { id, schoolUrn, role }: AccessRequestEntity): Promise<void> {
    return this.audit.record({
      action,
      objectKind: 'access-request',
      objectId: id,
      details: { schoolUrn, role },
    });
  }
}
