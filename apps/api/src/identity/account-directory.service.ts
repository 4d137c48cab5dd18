import type { Role } from '@lectern/identity';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import type { AccountEntity } from './account.entity';
import { AccountsRepository, rolesOf } from './accounts.repository';

/** Somebody with an account, as other areas may know them. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whether the account is in use and holds the role that was asked for, or any when none was. */
  readonly isInUse: boolean;
}

/** The most accounts that a list of one role gives. */
const MOST = 5000;

const entryOf = (account: AccountEntity, role?: Role): DirectoryEntry => ({
  id: account.id,
  name: account.name,
  email: account.email,
  isInUse: account.disabledAt === null && (role === undefined || rolesOf(account).includes(role)),
});

/** Whom accounts belong to, for areas that keep their ids only. */
@Injectable()
export class AccountDirectoryService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
  ) {}

  /** By id; ids of nobody are left out. */
  async named(ids: readonly string[], role?: Role): Promise<ReadonlyMap<string, DirectoryEntry>> {
    const found = await this.accounts.findAll([...new Set(ids)]);
    return new Map(found.map((account) => [account.id, entryOf(account, role)]));
  }

  /** Accounts in use that hold a role, by name; those whose name or address holds the text when one is given. */
  async holding(role: Role, text?: string, limit = MOST): Promise<DirectoryEntry[]> {
    const found = await this.accounts.list({
      text,
      role,
      schoolUrn: undefined,
      disabled: false,
      limit,
      after: null,
    });
    return found.map((account) => entryOf(account, role));
  }

  /** Keeps others from deciding on the same people until the unit of work ends; in the order of their ids. */
  async lock(ids: readonly string[]): Promise<void> {
    for (const id of [...new Set(ids)].sort()) {
      await this.database.select(`SELECT id FROM accounts WHERE id = ?${this.database.forUpdate}`, [id]);
    }
  }
}
