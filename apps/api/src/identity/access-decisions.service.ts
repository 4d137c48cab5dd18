import { type Clock, DomainError, notFound, type Page } from '@lectern/core';
import {
  type AccessRequest,
  type AccessRequestList,
  type Actor,
  can,
  type Permission,
  type Role,
  rolesAfterApproval,
  SCHOOL_ROLES,
} from '@lectern/identity';
import type { AccessRefusal } from '@lectern/identity/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { cursorOf, placeOf } from '../platform/paging';
import { CLOCK, CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { AccessRequestEntity } from './access-request.entity';
import { accessRequestView } from './access-request.mapper';
import { AccessRequestsRepository } from './access-requests.repository';
import type { AccountEntity } from './account.entity';
import { AccountMovesService } from './account-moves.service';
import { AccountsRepository, rolesOf } from './accounts.repository';
import { requestApprovedLetter, requestDeclinedLetter } from './identity.letters';
import { IdentityPost } from './identity-post';
import { InvitationsService } from './invitations.service';
import { schoolToJoin } from './school-choice';

const decided = (): DomainError =>
  new DomainError(
    'conflict',
    'access-request-decided',
    'Somebody has decided this request already. Load the list again to see how.',
  );

const isStaff = (actor: Actor): boolean => can(actor, 'account.manage');

/**
 * Deciding who gets access: staff about everybody, a school's coordinators about colleagues. A request whose address
 * has an account elsewhere is for staff alone: it would take somebody out of another school (docs/adr/0010).
 */
@Injectable()
export class AccessDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly requests: AccessRequestsRepository,
    private readonly accounts: AccountsRepository,
    private readonly moves: AccountMovesService,
    private readonly invitations: InvitationsService,
    private readonly schools: SchoolsService,
    private readonly post: IdentityPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(
    actor: Actor,
    list: AccessRequestList,
    limit: number,
    cursor: unknown,
  ): Promise<Page<AccessRequest>> {
    const place = placeOf(cursor, 1);
    if (!isStaff(actor) && actor.schoolUrn === undefined) throw notFound('list');
    const rows = await this.requests.list({
      list,
      schoolUrn: isStaff(actor) ? undefined : actor.schoolUrn,
      limit: limit + 1,
      before: place ? String(place[0]) : null,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.id]) : null,
    };
  }

  /** Whoever has no account is invited; whoever has one belongs to the school from the next request on. */
  async approve(actor: Actor, id: string): Promise<AccessRequest> {
    await this.database.transaction(async () => {
      const row = await this.own(actor, id, 'access-request.decide');
      await this.decide(actor, row, 'approved', null);
      const account = await this.accounts.lockByEmail(row.email);
      if (account) await this.admit(actor, row, account);
      else await this.invitations.add(actor, { ...row, role: row.role as (typeof SCHOOL_ROLES)[number] });
    });
    return this.see(actor, id);
  }

  async decline(actor: Actor, id: string, { reason }: AccessRefusal): Promise<AccessRequest> {
    await this.database.transaction(async () => {
      const row = await this.own(actor, id, 'access-request.decide');
      await this.decide(actor, row, 'declined', reason.trim());
      const school = await this.schools.find(row.schoolUrn);
      const letter = requestDeclinedLetter({
        schoolName: school?.name ?? row.schoolUrn,
        reason: reason.trim(),
      });
      await this.post.send('access-request.declined', row, letter, { kind: 'access-request', id });
    });
    return this.see(actor, id);
  }

  private async decide(
    actor: Actor,
    row: AccessRequestEntity,
    status: 'approved' | 'declined',
    reason: string | null,
  ): Promise<void> {
    const taken = await this.requests.decide(row.id, status, actor.accountId, this.clock.now(), reason);
    if (taken === 0) throw decided();
    await this.audit.record({
      action: `access-request.${status}`,
      objectKind: 'access-request',
      objectId: row.id,
      details: { schoolUrn: row.schoolUrn, role: row.role },
    });
  }

  private async admit(actor: Actor, row: AccessRequestEntity, account: AccountEntity): Promise<void> {
    const roles = rolesOf(account);
    // The address may have got an account at another school while a coordinator was deciding.
    if (!isStaff(actor) && account.schoolUrn !== row.schoolUrn) throw notFound('request');
    if (account.disabledAt !== null) {
      throw new DomainError(
        'conflict',
        'account-disabled',
        'The account with this address is disabled. Enable it first, under “People and schools”.',
      );
    }
    const ofSchool: readonly Role[] = SCHOOL_ROLES;
    if (!roles.some((role) => ofSchool.includes(role))) {
      throw new DomainError(
        'conflict',
        'not-a-school-account',
        'This address belongs to an account that is no coordinator or teacher. Give it that role under “People and' +
          ' schools”, then decline this request.',
      );
    }
    const school = await schoolToJoin(this.schools, row.schoolUrn);
    const request = { role: row.role as Role, schoolUrn: school.urn };
    const after = rolesAfterApproval({ id: account.id, roles, schoolUrn: account.schoolUrn }, request);
    await this.moves.change(account, { roles: after, schoolUrn: school.urn });
    const letter = requestApprovedLetter({
      schoolName: school.name,
      role: request.role,
      url: `${this.config.url}/sign-in`,
    });
    await this.post.send('access-request.approved', account, letter, { kind: 'access-request', id: row.id });
  }

  /** The request, if the actor may do this to it; to everybody else it does not exist. */
  private async own(actor: Actor, id: string, permission: Permission): Promise<AccessRequestEntity> {
    const row = await this.requests.find(id);
    const shown = row && row.status !== 'unconfirmed' && row.status !== 'replaced';
    if (!shown || !can(actor, permission, { schoolUrn: row.schoolUrn })) throw notFound('request');
    if (!isStaff(actor) && !(await this.requests.isKnownToSchool(id))) throw notFound('request');
    return row;
  }

  private async see(actor: Actor, id: string): Promise<AccessRequest> {
    const row = await this.requests.find(id);
    const [view] = row ? await this.views(actor, [row]) : [];
    if (!view) throw notFound('request');
    return view;
  }

  private async views(actor: Actor, rows: readonly AccessRequestEntity[]): Promise<AccessRequest[]> {
    const accounts = await this.accounts.findByEmailKeys(rows.map(({ emailKey }) => emailKey));
    const waiting = await this.requests.alike(rows);
    const urns = [...rows, ...accounts].flatMap(({ schoolUrn }) => schoolUrn ?? []);
    const parts = {
      schools: await this.schools.findAll([...new Set(urns)]),
      accounts: new Map(accounts.map((account) => [account.emailKey, account])),
      waiting: isStaff(actor) ? waiting : waiting.filter((other) => other.school_urn === actor.schoolUrn),
    };
    return rows.map((row) => accessRequestView(row, parts));
  }
}
