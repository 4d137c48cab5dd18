import { notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { Person, PersonKind, RosterStep, Substitution } from '@lectern/registrations';
import type { NeedsChange, SubstitutionRequest } from '@lectern/registrations/requests';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { LetterKinds } from '../notifications/letter-kinds';
import { Database } from '../persistence/database';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import { type Found, PersonSwaps } from './person-swaps';
import { ROSTER_LETTERS } from './roster.letters';
import { refuseUnchangeable } from './roster.service';
import { RosterLock } from './roster-lock.service';
import { RosterPeople } from './roster-people';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

/** Changes to one person of a roster: somebody comes instead, somebody does not come, somebody needs something. */
@Injectable()
export class PeopleChangesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsService,
    private readonly places: ConferencePlacesService,
    private readonly lock: RosterLock,
    private readonly settings: RosterSettingsService,
    private readonly people: PeopleRepository,
    private readonly roster: RosterPeople,
    private readonly tickets: TicketsService,
    private readonly swaps: PersonSwaps,
    private readonly letters: LetterKinds,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.letters.add(...ROSTER_LETTERS);
  }

  /** Swaps a person for another in one step: the old ticket is withdrawn as the new one is issued. */
  async swap(
    actor: Actor,
    groupId: string,
    personId: string,
    request: SubstitutionRequest,
  ): Promise<Substitution> {
    return this.atWork(actor, groupId, personId, 'swap', async (found) => {
      const { instead, ticketId } = await this.swaps.swap(found, request);
      return { person: this.roster.view(instead, found.terms), ticketId };
    });
  }

  /** Takes one person off; their ticket stops working at once. */
  async takeOff(actor: Actor, groupId: string, personId: string): Promise<void> {
    await this.atWork(actor, groupId, personId, 'take-off', async ({ group, conference }) => {
      await this.tickets.revoke(conference.id, group.id, [personId], 'taken-off');
      await this.people.remove(group.id, [personId]);
      await this.note('roster.person-taken-off', group.id, { personId });
    });
  }

  /** What a person needs, and whether they may be photographed; possible until the conference is over. */
  async tellNeeds(actor: Actor, groupId: string, personId: string, change: NeedsChange): Promise<Person> {
    return this.atWork(actor, groupId, personId, 'tell-needs', async ({ group, person, terms }) => {
      const { id, kind, givenName, familyName, yearGroup } = person;
      const asked = { id, kind: kind as PersonKind, givenName, familyName, ...change };
      const row = this.roster.rowOf(
        group.id,
        yearGroup === null ? asked : { ...asked, yearGroup },
        person.placeInList,
        terms,
        person,
      );
      await this.people.update(group.id, id, row);
      // The doors know of consent and access needs.
      await this.tickets.issueMissing(group.id);
      await this.note('roster.needs-told', group.id, { personId, fields: Object.keys(change) });
      return this.roster.view(row, terms);
    });
  }

  /** One change to one person under the event's lock; to those who may not, group and person do not exist. */
  private async atWork<T>(
    actor: Actor,
    groupId: string,
    personId: string,
    step: RosterStep,
    work: (found: Found) => Promise<T>,
  ): Promise<T> {
    const { conferenceId } = await this.groups.own(actor, groupId, 'roster.change');
    return this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const group = await this.groups.own(actor, groupId, 'roster.change');
      refuseUnchangeable(group, conference);
      const person = await this.people.find(groupId, personId);
      if (!person) throw notFound('person');
      await this.lock.pass({ actor, group, conference, step });
      return work({ group, conference, person, terms: await this.settings.of(conferenceId) });
    });
  }

  private note(action: string, groupId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'group', objectId: groupId, details });
  }
}
