import { type Clock, newId, notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { decideWalkIn, type WalkIn, type WalkInDecision } from '@lectern/registrations';
import type { RosterPerson, WalkInRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { AccountsService } from '../identity/accounts.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { type AtDoor, DoorChanges } from './door-changes.service';
import { groupNotConfirmed, listStillOpen, noPlacesLeft } from './door-people.errors';
import type { GroupEntity } from './group.entity';
import { GroupsRepository } from './groups.repository';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import { refusePerson } from './person-swaps';
import { RosterPeople } from './roster-people';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

const ON_THE_DAY = ['registration-closed', 'live'];
const NAME_MAX = 80;

interface Added {
  readonly person: PersonEntity;
  readonly ticketId: string;
  readonly isOver: boolean;
}

/**
 * People who come without being on a list, put on the one of the group that they came with. The reason stands in for
 * final numbers. Whoever finds no place is refused, unless whoever asks says that they go over the places.
 */
@Injectable()
export class WalkInsService {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly people: PeopleRepository,
    private readonly roster: RosterPeople,
    private readonly settings: RosterSettingsService,
    private readonly tickets: TicketsService,
    private readonly changes: DoorChanges,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By staff at their desk. */
  async add(actor: Actor, conferenceId: string, request: WalkInRequest): Promise<WalkIn> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const madeBy = (await this.accounts.find(actor.accountId))?.name ?? 'University staff';
    const by = { id: newId(), conferenceId: conference.id, madeBy: madeBy.slice(0, NAME_MAX) };
    const { person, ticketId, isOver } = await this.database.transaction(async () =>
      this.addTo(by, await this.places.lock(conference.id), request),
    );
    const terms = await this.settings.of(conference.id);
    return { person: this.roster.view(person, terms), ticketId, overPlaces: isOver };
  }

  /** At a door; the ticket that was issued, for a repeat with the same id the same one. */
  atDoor(by: AtDoor, request: WalkInRequest): Promise<string> {
    return this.database.transaction(async () => {
      const conference = await this.places.lock(by.conferenceId);
      return (await this.changes.ticketOf(by)) ?? (await this.addTo(by, conference, request)).ticketId;
    });
  }

  private async addTo(by: AtDoor, conference: ConferenceFacts, request: WalkInRequest): Promise<Added> {
    if (!ON_THE_DAY.includes(conference.status) && this.clock.now() < conference.finalNumbersAt)
      throw listStillOpen(conference.finalNumbersAt);
    const group = await this.changes.groupOf(conference, request.groupId);
    const asked = personOf(request);
    refusePerson(asked, conference);
    const isOver = (await this.place(conference, group, request)) === 'over';
    const terms = await this.settings.of(conference.id);
    const last = Math.max(-1, ...(await this.people.ofGroup(group.id)).map(({ placeInList }) => placeInList));
    const person = this.roster.rowOf(group.id, asked, last + 1, terms);
    await this.people.insert([person]);
    await this.tickets.issueMissing(group.id, true);
    const ticketId = await this.tickets.idOf(conference.id, group.id, person.id);
    if (ticketId === null) throw groupNotConfirmed();
    const { reason } = request;
    await this.changes.keep(by, { groupId: group.id, ticketId, kind: 'walk-in', reason, overPlaces: isOver });
    await this.audit.record({
      action: 'roster.walked-in',
      objectKind: 'group',
      objectId: group.id,
      details: { personId: person.id, ticketId, overPlaces: isOver },
    });
    return { person, ticketId, isOver };
  }

  /** Gives the person a place where there is one; refuses, or goes over, where there is none. */
  private async place(
    conference: ConferenceFacts,
    group: GroupEntity,
    { kind, overPlaces }: WalkInRequest,
  ): Promise<WalkInDecision> {
    const named = (await this.groups.named([group.id])).get(group.id)?.pupil ?? 0;
    const { places } = group;
    const { placesLeft, schoolCap } = conference;
    const facts = { kind, places, named, placesLeft, schoolCap, overPlaces: overPlaces ?? false };
    const decision = decideWalkIn(facts);
    if (decision === 'refused') throw noPlacesLeft(facts);
    if (decision !== 'given') return decision;
    await this.places.give(conference.id, 1);
    await this.groups.update(group.id, {
      places: places + 1,
      pupilsWanted: Math.max(group.pupilsWanted, places + 1),
      updatedAt: this.clock.now(),
    });
    return decision;
  }
}

const personOf = ({ kind, givenName, familyName, yearGroup }: WalkInRequest): RosterPerson => ({
  kind,
  givenName,
  familyName,
  ...(yearGroup == null ? {} : { yearGroup }),
});
