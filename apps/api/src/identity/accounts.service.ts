import { type Clock, newId, validationFailed } from '@lectern/core';
import { refusePassword, type Role } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { isUniqueViolation } from '../persistence/dialect';
import { CLOCK } from '../platform/tokens';
import type { AccountEntity } from './account.entity';
import { AccountsRepository, emailKeyOf } from './accounts.repository';
import { Passwords } from './passwords';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly schoolUrn: string | null;
}

/** Makes accounts; one address has one account. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Checks a new password and hashes it; costly, so it happens before the unit of work begins. */
  prepare(password: string, email: string): Promise<string> {
    const refused = refusePassword(password, email);
    if (refused) throw validationFailed([refused]);
    return this.passwords.hash(password);
  }

  /** Stores an account inside the caller's unit of work. */
  async add(account: Omit<NewAccount, 'password'>, passwordHash: string): Promise<AccountEntity> {
    const row: AccountEntity = {
      id: newId(),
      email: account.email.trim(),
      emailKey: emailKeyOf(account.email),
      name: account.name.trim(),
      passwordHash,
      roles: account.roles.join(','),
      schoolUrn: account.schoolUrn,
      disabledAt: null,
      createdAt: this.clock.now(),
    };
    try {
      await this.accounts.insert(row);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw validationFailed([
        {
          field: 'email',
          code: 'already-registered',
          message: 'There is already an account with this e-mail address. Sign in instead.',
        },
      ]);
    }
    await this.audit.record({
      action: 'account.created',
      objectKind: 'account',
      objectId: row.id,
      details: { roles: account.roles, schoolUrn: account.schoolUrn },
    });
    return row;
  }

  find(id: string): Promise<AccountEntity | null> {
    return this.accounts.findById(id);
  }

  findByEmail(email: string): Promise<AccountEntity | null> {
    return this.accounts.findByEmail(email);
  }

  /** The coordinators of a school: whom letters about its groups go to. */
  coordinatorsOf(schoolUrn: string): Promise<AccountEntity[]> {
    return this.accounts.ofSchool(schoolUrn, 'coordinator');
  }

  async isEmpty(): Promise<boolean> {
    return (await this.accounts.count()) === 0;
  }
}
