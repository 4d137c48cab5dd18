import { DomainError } from '@lectern/core';
import type { SignIn } from '@lectern/identity/requests';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { requestContext } from '../platform/request-context';
import { type Limit, Throttle } from '../platform/throttle';
import type { AccountEntity } from './account.entity';
import { AccountsRepository, emailKeyOf } from './accounts.repository';
import { Passwords } from './passwords';

const BY_ACCOUNT: Limit = { name: 'sign-in-account', tries: 10, seconds: 900 };
const BY_ADDRESS: Limit = { name: 'sign-in-address', tries: 100, seconds: 900 };

/** Decides whether e-mail and password open an account; the same words and time for unknown and wrong. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async check(request: SignIn, address: string): Promise<AccountEntity> {
    const key = emailKeyOf(request.email);
    await this.throttle.take(BY_ADDRESS, address);
    await this.throttle.take(BY_ACCOUNT, key);
    const account = await this.accounts.findByEmail(request.email);
    const right = await this.passwords.matches(account?.passwordHash ?? null, request.password);
    if (!account || !right || account.disabledAt !== null) {
      await this.note('session.refused', account?.id ?? null);
      throw new DomainError(
        'unauthenticated',
        'invalid-credentials',
        'The e-mail address or the password is wrong. Check both and try again.',
      );
    }
    await this.throttle.forget(BY_ACCOUNT, key);
    await this.throttle.giveBack(BY_ADDRESS, address);
    requestContext.become(account.id);
    await this.note('session.started', account.id);
    return account;
  }

  private note(action: string, accountId: string | null): Promise<void> {
    return this.database.transaction(() =>
      this.audit.record({ action, objectKind: 'account', objectId: accountId }),
    );
  }
}
