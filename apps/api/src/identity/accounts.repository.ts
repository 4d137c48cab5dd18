import { ROLES, type Role } from '@lectern/identity';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../persistence/database';
import { AccountEntity } from './account.entity';

/** The form of an e-mail address that accounts are found by. */
export const emailKeyOf = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** The roles of a stored account. */
export const rolesOf = (account: Pick<AccountEntity, 'roles'>): Role[] =>
  ROLES.filter((role) => account.roles.split(',').includes(role));

@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<AccountEntity | null> {
    return this.database.reader.findOneBy(AccountEntity, { id });
  }

  findByEmail(email: string): Promise<AccountEntity | null> {
    return this.database.reader.findOneBy(AccountEntity, { emailKey: emailKeyOf(email) });
  }

  /** The accounts in use that hold one of the roles at a school, oldest first. */
  async ofSchool(schoolUrn: string, role: Role): Promise<AccountEntity[]> {
    const accounts = await this.database.reader.find(AccountEntity, {
      where: { schoolUrn, disabledAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return accounts.filter((account) => rolesOf(account).includes(role));
  }

  async insert(account: AccountEntity): Promise<void> {
    await this.database.writer.insert(AccountEntity, account);
  }

  count(): Promise<number> {
    return this.database.reader.count(AccountEntity);
  }
}
