import type { SchoolOfPerson } from './access-request.contract';
import type { Role } from './roles';

export const ACCOUNTS_PATH = 'accounts';

/** Which accounts a list shows. */
export const ACCOUNT_STATES = ['in-use', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** An account as those who manage accounts see it. */
export interface ManagedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly school: SchoolOfPerson | null;
  readonly createdAt: string;
  /** When it was disabled; null while it can be used. */
  readonly disabledAt: string | null;
  /** Whether whoever asks may change it; the accounts of staff are for administrators. */
  readonly mayChange: boolean;
}
