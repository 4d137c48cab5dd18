import { notFound, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  checkRoster,
  type Person,
  type PersonKind,
  type RosterStep,
  type Substitution,
} from '@lectern/registrations';
import type { NeedsChange, SubstitutionRequest } from '@lectern/registrations/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { LetterKinds } from '../notifications/letter-kinds';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupPost } from './group-post';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import { personSwappedLetter, ROSTER_LETTERS } from './roster.letters';
import { refuseUnchangeable } from './roster.service';
import { RosterLock } from './roster-lock.service';
import { type PeopleTerms, RosterPeople } from './roster-people';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

interface Found {
  readonly group: GroupEntity;
  readonly conference: ConferenceFacts;
  readonly person: PersonEntity;
  readonly terms: PeopleTerms;
}

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
    private readonly post: GroupPost,
    private readonly letters: LetterKinds,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
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
    return this.atWork(actor, groupId, personId, 'swap', async ({ group, conference, person, terms }) => {
      const asked = { ...request, kind: person.kind as PersonKind };
      const errors = checkRoster([asked], { places: 1, yearGroups: conference.yearGroups });
      if (errors.length > 0) {
        throw validationFailed(
          errors.map((error) => ({ ...error, field: error.field.replace(/^people\[0\]\./, '') })),
        );
      }
      const instead = this.roster.rowOf(group.id, asked, person.placeInList, terms);
      await this.tickets.replace(conference.id, group.id, person.id);
      await this.people.remove(group.id, [person.id]);
      await this.people.insert([instead]);
      await this.tickets.issueMissing(group.id);
      const ticketId = await this.tickets.idOf(conference.id, group.id, instead.id);
      await this.note('roster.person-swapped', group.id, { personId, insteadId: instead.id, ticketId });
      const link = `${this.config.url}/groups/${group.id}/tickets`;
      await this.post.tell(group, 'roster.person-swapped', personSwappedLetter(conference.title, link));
      return { person: this.roster.view(instead, terms), ticketId };
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
