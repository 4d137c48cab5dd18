import { type Clock, DomainError, notFound, type Page, validationFailed } from '@lectern/core';
import {
  type AccountState,
  type Actor,
  decideAccountChange,
  type ManagedAccount,
  mayManage,
  type Role,
} from '@lectern/identity';
import type { AccountChange } from '@lectern/identity/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { cursorOf, placeOf } from '../platform/paging';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { AccountEntity } from './account.entity';
import { managedAccountView } from './account.mapper';
import { AccountMovesService } from './account-moves.service';
import { AccountsRepository, rolesOf } from './accounts.repository';
import { schoolToJoin } from './school-choice';
import { SessionsService } from './sessions.service';

/** Which accounts are asked for. */
export interface AccountsAsked {
  readonly text: string | undefined;
  readonly role: Role | undefined;
  readonly schoolUrn: string | undefined;
  readonly state: AccountState | undefined;
}

const administratorsOnly = (): DomainError =>
  new DomainError(
    'forbidden',
    'administrators-only',
    'Only an administrator changes the account of university staff. Ask one to do it.',
  );

/** The people who may sign in, for those who manage them: finding, moving, disabling. */
@Injectable()
export class ManagedAccountsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly moves: AccountMovesService,
    private readonly sessions: SessionsService,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One page of the accounts, by name. */
  async list(
    actor: Actor,
    { state, ...asked }: AccountsAsked,
    limit: number,
    cursor: unknown,
  ): Promise<Page<ManagedAccount>> {
    const place = placeOf(cursor, 2);
    const rows = await this.accounts.list({
      ...asked,
      disabled: state === 'disabled',
      limit: limit + 1,
      after: place ? { name: String(place[0]), id: String(place[1]) } : null,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.name, last.id]) : null,
    };
  }

  async see(actor: Actor, id: string): Promise<ManagedAccount> {
    const row = await this.accounts.findById(id);
    const [view] = row ? await this.views(actor, [row]) : [];
    if (!view) throw notFound('account');
    return view;
  }

  /** Changes roles and school together; the account's next request goes by them. */
  async change(actor: Actor, id: string, asked: AccountChange): Promise<ManagedAccount> {
    await this.database.transaction(async () => {
      const row = await this.own(actor, id);
      const now = { id, roles: rolesOf(row), schoolUrn: row.schoolUrn };
      const decision = decideAccountChange(actor, now, asked);
      if ('refused' in decision) throw validationFailed(decision.refused);
      if (decision.schoolUrn !== null && decision.schoolUrn !== row.schoolUrn) {
        await schoolToJoin(this.schools, decision.schoolUrn);
      }
      await this.moves.change(row, decision);
    });
    return this.see(actor, id);
  }

  /** Ends an account's use at once: its sessions are gone, and it opens no new one. */
  async disable(actor: Actor, id: string): Promise<ManagedAccount> {
    if (id === actor.accountId) {
      const message = 'You cannot disable your own account. Ask another administrator.';
      throw validationFailed([{ field: 'id', code: 'own-account', message }]);
    }
    await this.database.transaction(async () => {
      const row = await this.own(actor, id);
      if (row.disabledAt !== null) return;
      await this.accounts.update(id, { disabledAt: this.clock.now() });
      await this.sessions.endAll(id);
      await this.note('account.disabled', id);
    });
    return this.see(actor, id);
  }

  async enable(actor: Actor, id: string): Promise<ManagedAccount> {
    await this.database.transaction(async () => {
      const row = await this.own(actor, id);
      if (row.disabledAt === null) return;
      await this.accounts.update(id, { disabledAt: null });
      await this.note('account.enabled', id);
    });
    return this.see(actor, id);
  }

  /** The account under its lock, if the actor may change it. */
  private async own(actor: Actor, id: string): Promise<AccountEntity> {
    const row = await this.accounts.lock(id);
    if (!row) throw notFound('account');
    if (!mayManage(actor, { roles: rolesOf(row) })) throw administratorsOnly();
    return row;
  }

  private async views(actor: Actor, rows: readonly AccountEntity[]): Promise<ManagedAccount[]> {
    const schools = await this.schools.findAll([
      ...new Set(rows.flatMap(({ schoolUrn }) => schoolUrn ?? [])),
    ]);
    return rows.map((row) => managedAccountView(row, schools, mayManage(actor, { roles: rolesOf(row) })));
  }

  private note(action: string, objectId: string): Promise<void> {
    return this.audit.record({ action, objectKind: 'account', objectId });
  }
}
