import { validationFailed } from '@lectern/core';
import type { SubstitutionRequest } from '@lectern/registrations/requests';
import { Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { type AtDoor, DoorChanges } from './door-changes.service';
import { groupNotConfirmed, ticketOver } from './door-people.errors';
import { PeopleRepository } from './people.repository';
import { PersonSwaps } from './person-swaps';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

/** Swaps at a door: somebody comes in place of a person who has not. The reason stands in for final numbers. */
@Injectable()
export class DoorSwapsService {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly people: PeopleRepository,
    private readonly settings: RosterSettingsService,
    private readonly tickets: TicketsService,
    private readonly swaps: PersonSwaps,
    private readonly changes: DoorChanges,
  ) {}

  /** The ticket that was issued, for a repeat with the same id the same one. */
  atDoor(by: AtDoor, replaced: string, request: SubstitutionRequest, reason: string): Promise<string> {
    return this.database.transaction(async () => {
      const conference = await this.places.lock(by.conferenceId);
      const known = await this.changes.ticketOf(by);
      if (known !== null) return known;
      const ticket = await this.tickets.find(conference.id, replaced);
      if (!ticket) {
        const message = 'There is no such ticket at this conference. Search for the person by name.';
        throw validationFailed([{ field: 'ticketId', code: 'unknown-ticket', message }]);
      }
      const group = await this.changes.groupOf(conference, ticket.groupId);
      const person = await this.people.find(group.id, ticket.personId ?? '');
      if (ticket.status !== 'valid' || !person) throw ticketOver();
      const terms = await this.settings.of(conference.id);
      const { ticketId } = await this.swaps.swap({ group, conference, person, terms }, request);
      if (ticketId === null) throw groupNotConfirmed();
      await this.changes.keep(by, {
        groupId: group.id,
        ticketId,
        kind: 'substitution',
        reason,
        overPlaces: false,
      });
      return ticketId;
    });
  }
}
