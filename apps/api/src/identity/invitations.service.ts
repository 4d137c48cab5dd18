import { type Clock, DomainError, newId, notFound, validationFailed } from '@lectern/core';
import {
  type Actor,
  type InvitableRole,
  type Invitation,
  type InvitationDetails,
  type OpenInvitation,
  SCHOOL_ROLES,
} from '@lectern/identity';
import type { InvitationAcceptance, InvitationRequest } from '@lectern/identity/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import type { Config } from '../platform/config';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK, CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { AccountEntity } from './account.entity';
import { AccountsService } from './accounts.service';
import { IdentityPost } from './identity-post';
import { InvitationEntity } from './invitation.entity';
import { invitationLetter } from './invitation.letters';
import { schoolToJoin } from './school-choice';

const LASTS = 14 * 24 * 3_600_000;

const gone = (): DomainError =>
  new DomainError(
    'gone',
    'invitation-over',
    'This invitation was used already or has expired. Ask for a new one.',
  );

/** Whom an invitation is for; the name is known where somebody asked for access. */
export interface Invited {
  readonly email: string;
  readonly name: string | null;
  readonly role: InvitableRole;
  readonly schoolUrn: string | null;
}

interface OpenRow {
  readonly id: string;
  readonly email: string;
  readonly role: InvitableRole;
  readonly expires_at: Date | string;
}

/** Invitations by link: one use, fourteen days, sent by letter, and shown once to staff who made it. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly schools: SchoolsService,
    private readonly post: IdentityPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(actor: Actor, request: InvitationRequest): Promise<Invitation> {
    const schoolUrn = await this.schoolFor(request);
    return this.database.transaction(() => this.add(actor, { ...request, name: null, schoolUrn }));
  }

  /** Makes an invitation and writes to whoever is invited, inside the caller's unit of work. */
  async add(actor: Actor, invited: Invited): Promise<Invitation> {
    const school = invited.schoolUrn === null ? null : await schoolToJoin(this.schools, invited.schoolUrn);
    const token = newToken();
    const now = this.clock.now();
    const email = invited.email.trim();
    const row: InvitationEntity = {
      id: newId(),
      tokenHash: hashToken(token),
      email,
      role: invited.role,
      schoolUrn: invited.schoolUrn,
      invitedBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LASTS),
      acceptedAt: null,
    };
    const link = `${this.config.url}/invitation/${token}`;
    const inviter = await this.accounts.find(actor.accountId);
    const letter = invitationLetter({
      inviter: inviter?.name ?? null,
      role: invited.role,
      school: school?.name ?? null,
      link,
      expiresAt: row.expiresAt,
    });
    await this.database.writer.insert(InvitationEntity, row);
    await this.audit.record({
      action: 'invitation.made',
      objectKind: 'invitation',
      objectId: row.id,
      details: { role: row.role, schoolUrn: invited.schoolUrn },
    });
    const about = { kind: 'invitation', id: row.id };
    // Whoever is invited by staff has no name here yet.
    await this.post.send('invitation.made', { name: invited.name ?? '', email }, letter, about);
    return { id: row.id, link, token, expiresAt: row.expiresAt.toISOString() };
  }

  /** The invitations of a school that can still be used, the latest first. */
  async openAt(schoolUrn: string): Promise<OpenInvitation[]> {
    const rows = await this.database.select<OpenRow>(
      'SELECT id, email, role, expires_at FROM invitations' +
        ' WHERE school_urn = ? AND accepted_at IS NULL AND expires_at > ? ORDER BY id DESC',
      [schoolUrn, this.clock.now()],
    );
    return rows.map(({ id, email, role, expires_at }) => ({
      id,
      email,
      role,
      expiresAt: toDate(expires_at).toISOString(),
    }));
  }

  async details(token: string): Promise<InvitationDetails> {
    const row = await this.open(token);
    const school = row.schoolUrn === null ? null : await this.schools.find(row.schoolUrn);
    return {
      email: row.email,
      role: row.role as InvitableRole,
      ...(row.schoolUrn === null ? {} : { schoolUrn: row.schoolUrn }),
      ...(school ? { schoolName: school.name } : {}),
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  async accept(token: string, request: InvitationAcceptance): Promise<AccountEntity> {
    const { email } = await this.open(token);
    const passwordHash = await this.accounts.prepare(request.password, email);
    return this.database.transaction(async () => {
      // The conditional update decides: of two that accept at once, one finds nothing left to take.
      const taken = await this.database.execute(
        'UPDATE invitations SET accepted_at = ? WHERE token_hash = ? AND accepted_at IS NULL',
        [this.clock.now(), hashToken(token)],
      );
      if (taken === 0) throw gone();
      const row = await this.find(token);
      const account = {
        email: row.email,
        name: request.name,
        roles: [row.role as InvitableRole],
        schoolUrn: row.schoolUrn,
      };
      const made = await this.accounts.add(account, passwordHash);
      await this.audit.record({ action: 'invitation.accepted', objectKind: 'invitation', objectId: row.id });
      return made;
    });
  }

  private async schoolFor(request: InvitationRequest): Promise<string | null> {
    const needsSchool = SCHOOL_ROLES.some((role) => role === request.role);
    const refuse = (code: string, message: string) =>
      validationFailed([{ field: 'schoolUrn', code, message }]);
    if (!needsSchool) {
      if (request.schoolUrn)
        throw refuse(
          'not-wanted',
          'Only coordinators and teachers belong to a school. Leave the school out.',
        );
      return null;
    }
    if (!request.schoolUrn) throw refuse('missing', 'Choose the school that this person works at.');
    return (await schoolToJoin(this.schools, request.schoolUrn)).urn;
  }

  private async find(token: string): Promise<InvitationEntity> {
    const row = await this.database.reader.findOneBy(InvitationEntity, { tokenHash: hashToken(token) });
    if (!row) throw notFound('invitation');
    return row;
  }

  private async open(token: string): Promise<InvitationEntity> {
    const row = await this.find(token);
    if (row.acceptedAt !== null || row.expiresAt <= this.clock.now()) throw gone();
    return row;
  }
}
