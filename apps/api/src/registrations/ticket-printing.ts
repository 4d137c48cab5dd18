import type { Readable } from 'node:stream';
import { type Clock, notFound } from '@lectern/core';
import { mayBePhotographed, type TicketLayout } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { GroupEntity } from './group.entity';
import { PeopleRepository } from './people.repository';
import { printBadges } from './printing/print-badges';
import { printGroupList } from './printing/print-group-list';
import { printLabels } from './printing/print-labels';
import type { PrintedGroup } from './printing/printing.contract';
import { consentOf } from './roster-people';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

export interface PrintedTickets {
  readonly file: Readable;
  readonly name: string;
}

/** A group's valid tickets on paper. */
@Injectable()
export class TicketPrinting {
  constructor(
    private readonly tickets: TicketsService,
    private readonly people: PeopleRepository,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    private readonly settings: RosterSettingsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of a group, or one ticket alone; null when there is no valid ticket to print. */
  async print(group: GroupEntity, layout: TicketLayout, only?: string): Promise<PrintedTickets | null> {
    const printed = await this.printedGroup(group, only);
    if (printed.people.length === 0) return null;
    const name = `${layout}-${group.schoolUrn}.pdf`;
    if (layout === 'labels') return { file: printLabels(printed), name };
    if (layout === 'list') return { file: printGroupList(printed, this.clock.now()), name };
    return { file: printBadges(printed), name };
  }

  private async printedGroup(group: GroupEntity, only: string | undefined): Promise<PrintedGroup> {
    const conference = await this.places.facts(group.conferenceId);
    if (!conference) throw notFound('conference');
    const school = await this.schools.find(group.schoolUrn);
    const { photoConsentMonths } = await this.settings.of(group.conferenceId);
    const tickets = await this.tickets.list(group.conferenceId, group.id);
    const people = new Map((await this.people.ofGroup(group.id)).map((person) => [person.id, person]));
    return {
      conference: {
        title: conference.title,
        startsAt: conference.startsAt.toISOString(),
        venueName: conference.venueName,
      },
      schoolName: school?.name ?? group.schoolUrn,
      people: tickets.flatMap((ticket) => {
        const person = people.get(ticket.personId);
        if (ticket.status !== 'valid' || !person || (only !== undefined && ticket.id !== only)) return [];
        return [
          {
            displayName: ticket.displayName,
            givenName: person.givenName,
            familyName: person.familyName,
            kind: ticket.kind,
            yearGroup: person.yearGroup,
            shortCode: ticket.shortCode,
            code: ticket.code,
            noPhoto: !mayBePhotographed(consentOf(person, photoConsentMonths), this.clock.now()),
          },
        ];
      }),
    };
  }
}
