import type { Role } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { AccessRequestsRepository } from './access-requests.repository';
import type { AccountEntity } from './account.entity';
import { AccountsRepository, rolesOf } from './accounts.repository';
import { accessEndedLetter, accountMovedLetter } from './identity.letters';
import { IdentityPost } from './identity-post';

/** What an account is to become. */
export interface AccountAfter {
  readonly roles: readonly Role[];
  readonly schoolUrn: string | null;
}

/**
 * Changes what accounts may do and which school they belong to, inside the caller's unit of work. Every request reads
 * both anew with its session, so the next one sees the new school and nothing of the old.
 */
@Injectable()
export class AccountMovesService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly requests: AccessRequestsRepository,
    private readonly schools: SchoolsService,
    private readonly post: IdentityPost,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async change(account: AccountEntity, after: AccountAfter): Promise<void> {
    const before = rolesOf(account);
    const about = { kind: 'account', id: account.id };
    const sameRoles =
      before.length === after.roles.length && before.every((role) => after.roles.includes(role));
    if (!sameRoles) {
      await this.audit.record({
        action: 'account.changed',
        objectKind: 'account',
        objectId: account.id,
        details: { before, after: after.roles },
      });
    }
    if (account.schoolUrn !== after.schoolUrn) {
      await this.audit.record({
        action: after.schoolUrn === null ? 'account.access-ended' : 'account.moved',
        objectKind: 'account',
        objectId: account.id,
        details: { from: account.schoolUrn, to: after.schoolUrn },
      });
      const fromName = await this.nameOf(account.schoolUrn);
      const toName = await this.nameOf(after.schoolUrn);
      if (toName !== null) {
        const letter = accountMovedLetter({ fromName, toName, url: this.config.url });
        await this.post.send('account.moved', account, letter, about);
      } else if (fromName !== null) {
        await this.post.send(
          'account.access-ended',
          account,
          accessEndedLetter({ schoolName: fromName }),
          about,
        );
      }
    }
    await this.accounts.update(account.id, { roles: after.roles.join(','), schoolUrn: after.schoolUrn });
  }

  /** Moves everybody of a closed school, and who is invited or asks there, to the school that took its place. */
  async succeed(from: string, to: string): Promise<number> {
    const accounts = await this.accounts.lockSchool(from);
    for (const account of accounts) await this.change(account, { roles: rolesOf(account), schoolUrn: to });
    await this.accounts.moveInvitations(from, to);
    await this.requests.moveSchool(from, to);
    return accounts.length;
  }

  /** How many accounts each closed school still has. */
  countAtClosedSchools(): Promise<ReadonlyMap<string, number>> {
    return this.accounts.countAtClosedSchools();
  }

  private async nameOf(urn: string | null): Promise<string | null> {
    return urn === null ? null : ((await this.schools.find(urn))?.name ?? urn);
  }
}
