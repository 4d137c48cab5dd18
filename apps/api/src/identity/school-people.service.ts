import { notFound, validationFailed } from '@lectern/core';
import {
  type Actor,
  can,
  type OpenInvitation,
  type Permission,
  type Role,
  SCHOOL_ROLES,
  type SchoolPeople,
} from '@lectern/identity';
import type { ColleagueInvitation } from '@lectern/identity/requests';
import type { School } from '@lectern/schools';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { SchoolsService } from '../schools/schools.service';
import { AccountMovesService } from './account-moves.service';
import { AccountsRepository, rolesOf } from './accounts.repository';
import { schoolPersonView } from './account.mapper';
import { InvitationsService } from './invitations.service';
import { schoolOfPerson } from './school-choice';

/** A school's own people: who they are, asking a colleague in, ending a colleague's access. */
@Injectable()
export class SchoolPeopleService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly moves: AccountMovesService,
    private readonly invitations: InvitationsService,
    private readonly schools: SchoolsService,
  ) {}

  async see(actor: Actor, urn: string): Promise<SchoolPeople> {
    const school = await this.own(actor, urn, 'school-people.see');
    const people = await this.accounts.inUseAt(urn);
    return {
      school: schoolOfPerson(urn, school),
      people: people.map(schoolPersonView),
      invitations: await this.invitations.openAt(urn),
    };
  }

  /** The link goes to the colleague by letter, and to nobody else. */
  async invite(actor: Actor, urn: string, request: ColleagueInvitation): Promise<OpenInvitation> {
    await this.own(actor, urn, 'school-people.change');
    const made = await this.database.transaction(() =>
      this.invitations.add(actor, { email: request.email, name: null, role: request.role, schoolUrn: urn }),
    );
    return { id: made.id, email: request.email.trim(), role: request.role, expiresAt: made.expiresAt };
  }

  /** Takes the school from a colleague's account; it can be given another one, or the same again. */
  async endAccess(actor: Actor, urn: string, accountId: string): Promise<void> {
    await this.own(actor, urn, 'school-people.change');
    if (accountId === actor.accountId) {
      const message = 'You cannot end your own access. Ask a colleague or university staff.';
      throw validationFailed([{ field: 'accountId', code: 'own-account', message }]);
    }
    await this.database.transaction(async () => {
      const people = await this.accounts.lockSchool(urn);
      // Two coordinators who end each other's access at once: the first to come stays.
      const stillThere = can(actor, 'account.manage') || people.some(({ id }) => id === actor.accountId);
      const leaving = people.find(({ id, disabledAt }) => id === accountId && disabledAt === null);
      if (!stillThere || !leaving) throw notFound('colleague');
      const ofSchool: readonly Role[] = SCHOOL_ROLES;
      const kept = rolesOf(leaving).filter((role) => !ofSchool.includes(role));
      // Without any other role the account keeps its own, which opens nothing without a school.
      await this.moves.change(leaving, { roles: kept.length > 0 ? kept : rolesOf(leaving), schoolUrn: null });
    });
  }

  /** The school, if the actor may do this there; to everybody else it does not exist. */
  private async own(actor: Actor, urn: string, permission: Permission): Promise<School> {
    if (!can(actor, permission, { schoolUrn: urn })) throw notFound('school');
    const school = await this.schools.find(urn);
    if (!school) throw notFound('school');
    return school;
  }
}
