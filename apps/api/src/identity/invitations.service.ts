import { type Clock, DomainError, newId, notFound, validationFailed } from '@lectern/core';
import {
  type Actor,
  type InvitableRole,
  type Invitation,
  type InvitationDetails,
  SCHOOL_ROLES,
} from '@lectern/identity';
import type { InvitationAcceptance, InvitationRequest } from '@lectern/identity/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { LetterKinds } from '../notifications/letter-kinds';
import { Outbox } from '../notifications/outbox';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK, CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { AccountEntity } from './account.entity';
import { AccountsService } from './accounts.service';
import { InvitationEntity } from './invitation.entity';
import { INVITATION_LETTER, invitationLetter } from './invitation.letters';

const LASTS = 14 * 24 * 3_600_000;

const gone = (): DomainError =>
  new DomainError(
    'gone',
    'invitation-over',
    'This invitation was used already or has expired. Ask for a new one.',
  );

/** Invitations by link: one use, fourteen days, mailed to the person and shown once to whoever made it. */
@Injectable()
export class InvitationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly kinds: LetterKinds,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add(INVITATION_LETTER);
  }

  async invite(actor: Actor, request: InvitationRequest): Promise<Invitation> {
    const schoolUrn = await this.schoolFor(request);
    const token = newToken();
    const now = this.clock.now();
    const row: InvitationEntity = {
      id: newId(),
      tokenHash: hashToken(token),
      email: request.email.trim(),
      role: request.role,
      schoolUrn,
      invitedBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LASTS),
      acceptedAt: null,
    };
    const link = `${this.config.url}/invitation/${token}`;
    const school = schoolUrn === null ? null : await this.schools.find(schoolUrn);
    const inviter = await this.accounts.find(actor.accountId);
    await this.database.transaction(async () => {
      await this.database.writer.insert(InvitationEntity, row);
      await this.audit.record({
        action: 'invitation.made',
        objectKind: 'invitation',
        objectId: row.id,
        details: { role: row.role, schoolUrn },
      });
      await this.outbox.post({
        kind: INVITATION_LETTER.kind,
        // Whoever is invited has no name here yet.
        to: { name: '', email: row.email },
        letter: invitationLetter({
          inviter: inviter?.name ?? null,
          role: request.role,
          school: school?.name ?? null,
          link,
          expiresAt: row.expiresAt,
        }),
        about: { kind: 'invitation', id: row.id },
      });
    });
    return {
      id: row.id,
      link,
      token,
      expiresAt: row.expiresAt.toISOString(),
    };
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
    const school = await this.schools.find(request.schoolUrn);
    if (!school)
      throw refuse('unknown-school', 'There is no school with this number. Search for the school by name.');
    if (school.status === 'closed')
      throw refuse('closed-school', 'This school has closed. Choose the school that took its place.');
    return school.urn;
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
