import type { Account, Session } from '@lectern/identity';
import type { AccountEntity } from './account.entity';
import { rolesOf } from './accounts.repository';

export const accountView = (account: AccountEntity): Account => ({
  id: account.id,
  name: account.name,
  email: account.email,
  roles: rolesOf(account),
  ...(account.schoolUrn === null ? {} : { schoolUrn: account.schoolUrn }),
});

export const sessionView = (account: AccountEntity): Session => ({ account: accountView(account) });
