import type { Account, ManagedAccount, SchoolPerson, Session } from '@lectern/identity';
import type { School } from '@lectern/schools';
import type { AccountEntity } from './account.entity';
import { rolesOf } from './accounts.repository';
import { schoolOfPerson } from './school-choice';

export const accountView = (account: AccountEntity): Account => ({
  id: account.id,
  name: account.name,
  email: account.email,
  roles: rolesOf(account),
  ...(account.schoolUrn === null ? {} : { schoolUrn: account.schoolUrn }),
});

export const sessionView = (account: AccountEntity): Session => ({ account: accountView(account) });

/** An account as those who manage accounts see it. */
export const managedAccountView = (
  account: AccountEntity,
  schools: ReadonlyMap<string, School>,
  mayChange: boolean,
): ManagedAccount => ({
  id: account.id,
  name: account.name,
  email: account.email,
  roles: rolesOf(account),
  school:
    account.schoolUrn === null ? null : schoolOfPerson(account.schoolUrn, schools.get(account.schoolUrn)),
  createdAt: account.createdAt.toISOString(),
  disabledAt: account.disabledAt?.toISOString() ?? null,
  mayChange,
});

/** An account as a colleague of the same school. */
export const schoolPersonView = (account: AccountEntity): SchoolPerson => ({
  id: account.id,
  name: account.name,
  email: account.email,
  roles: rolesOf(account),
  since: account.createdAt.toISOString(),
});
