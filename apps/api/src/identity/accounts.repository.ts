import { ROLES, type Role } from '@lectern/identity';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../persistence/database';
import { AccountEntity } from './account.entity';

/** The form of an e-mail address that accounts are found by. */
export const emailKeyOf = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** The roles of a stored account. */
export const rolesOf = (account: Pick<AccountEntity, 'roles'>): Role[] =>
  ROLES.filter((role) => account.roles.split(',').includes(role));

export interface AccountListing {
  readonly text: string | undefined;
  readonly role: Role | undefined;
  readonly schoolUrn: string | undefined;
  readonly disabled: boolean;
  readonly limit: number;
  readonly after: { readonly name: string; readonly id: string } | null;
}

@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<AccountEntity | null> {
    return this.database.reader.findOneBy(AccountEntity, { id });
  }

  findByEmail(email: string): Promise<AccountEntity | null> {
    return this.database.reader.findOneBy(AccountEntity, { emailKey: emailKeyOf(email) });
  }

  /** The accounts in use at a school, oldest first. */
  inUseAt(schoolUrn: string): Promise<AccountEntity[]> {
    return this.database.reader.find(AccountEntity, {
      where: { schoolUrn, disabledAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The accounts in use that hold one of the roles at a school, oldest first. */
  async ofSchool(schoolUrn: string, role: Role): Promise<AccountEntity[]> {
    return (await this.inUseAt(schoolUrn)).filter((account) => rolesOf(account).includes(role));
  }

  async insert(account: AccountEntity): Promise<void> {
    await this.database.writer.insert(AccountEntity, account);
  }

  count(): Promise<number> {
    return this.database.reader.count(AccountEntity);
  }

  /** By name. */
  list({ text, role, schoolUrn, disabled, limit, after }: AccountListing): Promise<AccountEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(AccountEntity, 'a')
      .where(`a.disabledAt IS ${disabled ? 'NOT NULL' : 'NULL'}`)
      .orderBy('a.name', 'ASC')
      .addOrderBy('a.id', 'ASC')
      .take(limit);
    if (text !== undefined) {
      query.andWhere('(INSTR(LOWER(a.name), :low) > 0 OR INSTR(a.emailKey, :key) > 0)', {
        low: text.toLowerCase(),
        key: emailKeyOf(text),
      });
    }
    // No role's name is part of another's.
    if (role !== undefined) query.andWhere('INSTR(a.roles, :role) > 0', { role });
    if (schoolUrn !== undefined) query.andWhere('a.schoolUrn = :schoolUrn', { schoolUrn });
    if (after) query.andWhere('(a.name > :name OR (a.name = :name AND a.id > :id))', after);
    return query.getMany();
  }

  findAll(ids: readonly string[]): Promise<AccountEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.reader.findBy(AccountEntity, { id: In([...ids]) });
  }

  findByEmailKeys(emailKeys: readonly string[]): Promise<AccountEntity[]> {
    if (emailKeys.length === 0) return Promise.resolve([]);
    return this.database.reader.findBy(AccountEntity, { emailKey: In([...emailKeys]) });
  }

  /** Accounts by part of a name or an address, for searches; the first hundred. */
  async idsLike(text: string): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(
      'SELECT id FROM accounts WHERE INSTR(LOWER(name), ?) > 0 OR INSTR(email_key, ?) > 0 ORDER BY id LIMIT 100',
      [text.toLowerCase(), emailKeyOf(text)],
    );
    return rows.map(({ id }) => id);
  }

  /** The account under its lock, as others have committed it. */
  lock(id: string): Promise<AccountEntity | null> {
    return this.locked('id', id);
  }

  lockByEmail(email: string): Promise<AccountEntity | null> {
    return this.locked('email_key', emailKeyOf(email));
  }

  /** Everybody who belongs to a school, disabled ones too, under their locks. */
  async lockSchool(schoolUrn: string): Promise<AccountEntity[]> {
    const rows = await this.database.select<{ id: string }>(
      `SELECT id FROM accounts WHERE school_urn = ? ORDER BY id${this.database.forUpdate}`,
      [schoolUrn],
    );
    const accounts: AccountEntity[] = [];
    for (const { id } of rows) {
      const account = await this.lock(id);
      if (account) accounts.push(account);
    }
    return accounts;
  }

  async update(id: string, change: Partial<AccountEntity>): Promise<void> {
    await this.database.writer.update(AccountEntity, { id }, change);
  }

  async moveInvitations(from: string, to: string): Promise<void> {
    await this.database.execute(
      'UPDATE invitations SET school_urn = ? WHERE school_urn = ? AND accepted_at IS NULL',
      [to, from],
    );
  }

  /** Accounts in use at schools that have closed, by school. */
  async countAtClosedSchools(): Promise<Map<string, number>> {
    const rows = await this.database.select<{ urn: string; n: number }>(
      'SELECT s.urn, COUNT(*) AS n FROM accounts a JOIN schools s ON s.urn = a.school_urn' +
        " WHERE s.status = 'closed' AND a.disabled_at IS NULL GROUP BY s.urn",
    );
    return new Map(rows.map(({ urn, n }) => [urn, Number(n)]));
  }

  private async locked(column: 'id' | 'email_key', value: string): Promise<AccountEntity | null> {
    const [found] = await this.database.select<{ id: string }>(
      `SELECT id FROM accounts WHERE ${column} = ?${this.database.forUpdate}`,
      [value],
    );
    if (!found) return null;
    const query = this.database.writer
      .createQueryBuilder(AccountEntity, 'account')
      .where('account.id = :id', { id: found.id });
    // A plain read could still see the snapshot from before the lock (REPEATABLE READ).
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }
}
