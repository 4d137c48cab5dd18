import { randomBytes } from 'node:crypto';
import { drawShortCode, formatShortCode, ticketCodeMessage, writeTicketCode } from '@lectern/check-in';
import { type Clock, newId } from '@lectern/core';
import type { TicketEnd } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { GroupEntity } from './group.entity';
import { AT_DOOR } from './groups.repository';
import type { TicketEntity } from './ticket.entity';
import { TicketsRepository } from './tickets.repository';

/** Somebody whom the door of an event lets in. */
export interface TicketHolder {
  /** The ticket that they have; null for a first one. */
  readonly ticketId: string | null;
  /** Null for who left the list: the name stays that of the ticket. */
  readonly name: string | null;
  /** Null for those whom the host brings itself. */
  readonly schoolUrn: string | null;
  readonly isExpected: boolean;
}

/** A ticket as its holder shows it. */
export interface ShownTicket {
  readonly name: string;
  readonly code: string;
  readonly shortCode: string;
  readonly isValid: boolean;
}

const HOST_NAME = 'Presenters';

/** Tickets of events that are no conference: they follow a list that somebody else keeps. */
@Injectable()
export class EventTicketsService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly events: DoorEventsService,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Brings the tickets of an event in step with its list: issues, renames, withdraws and gives back, and tells the doors
   * of what changed. Answers the ticket of each holder, in their order; null for who has none and needs none. Inside the
   * caller’s unit of work, under the lock of the list.
   */
  async follow(
    eventId: string,
    createdBy: string,
    holders: readonly TicketHolder[],
  ): Promise<readonly (string | null)[]> {
    const have = new Map((await this.tickets.ofEvent(eventId)).map((ticket) => [ticket.id, ticket]));
    const changes = holders.filter((holder) => isBehind(holder, have.get(holder.ticketId ?? '')));
    if (changes.length === 0) return holders.map(({ ticketId }) => ticketId);
    const version = await this.places.nextRosterVersion(eventId);
    const drawn = new Set([...have.values()].map(({ shortCode }) => shortCode));
    const answer: (string | null)[] = [];
    for (const holder of holders) {
      if (!changes.includes(holder)) answer.push(holder.ticketId);
      else if (holder.ticketId !== null && have.has(holder.ticketId)) {
        await this.change(eventId, holder.ticketId, holder, version);
        answer.push(holder.ticketId);
      } else {
        const groupId = await this.group(eventId, createdBy, holder.schoolUrn);
        const ticket = this.newTicket({ eventId, groupId, version, name: holder.name ?? '' }, drawn);
        await this.tickets.insert([ticket]);
        answer.push(ticket.id);
      }
    }
    return answer;
  }

  /** The ticket as its holder shows it; null when the event has no such ticket. */
  async show(eventId: string, ticketId: string): Promise<ShownTicket | null> {
    const ticket = await this.tickets.find(eventId, ticketId);
    const event = await this.events.facts(eventId);
    if (!ticket || !event?.codeTag) return null;
    const sign = await this.events.signer(eventId);
    const signature = sign(ticketCodeMessage(eventId, ticketId));
    return {
      name: ticket.displayName,
      code: writeTicketCode({ codeTag: event.codeTag, ticketId, signature }),
      shortCode: formatShortCode(ticket.shortCode),
      isValid: ticket.status === 'valid',
    };
  }

  private async change(
    eventId: string,
    ticketId: string,
    { name, isExpected }: TicketHolder,
    rosterVersion: number,
  ): Promise<void> {
    const standing = isExpected
      ? { status: 'valid', revokedAt: null, revokedReason: null }
      : {
          status: 'revoked',
          revokedAt: this.clock.now(),
          revokedReason: 'taken-off' satisfies TicketEnd,
        };
    await this.tickets.update(eventId, [ticketId], {
      ...(name === null ? {} : { displayName: name }),
      rosterVersion,
      ...standing,
    });
  }

  /** The group of a school, or of the host, at this door. */
  private async group(eventId: string, createdBy: string, urn: string | null): Promise<string> {
    const now = this.clock.now();
    const schoolUrn = urn ?? (await this.schools.host(HOST_NAME, now));
    const where = { conferenceId: eventId, schoolUrn, status: AT_DOOR };
    const known = await this.database.reader.findOneBy(GroupEntity, where);
    if (known) return known.id;
    const group: GroupEntity = {
      id: newId(),
      ...where,
      liveKey: null,
      pupilsWanted: 0,
      pupilsMinimum: 0,
      places: 0,
      queueNumber: 0,
      adults: 0,
      visitLeaderName: '',
      visitLeaderPhone: '',
      supervisionReason: null,
      notes: null,
      registeredBy: createdBy,
      registeredAt: now,
      updatedAt: now,
      cancelledAt: null,
      cancellationReason: null,
      placesGivenBack: null,
      resting: null,
      namesRemindedAt: null,
    };
    await this.database.writer.insert(GroupEntity, group);
    return group.id;
  }

  private newTicket(
    { eventId, groupId, version, name }: { eventId: string; groupId: string; version: number; name: string },
    drawn: Set<string>,
  ): TicketEntity {
    let shortCode = drawShortCode(randomByte);
    while (drawn.has(shortCode)) shortCode = drawShortCode(randomByte);
    drawn.add(shortCode);
    return {
      id: newId(),
      conferenceId: eventId,
      groupId,
      personId: null,
      kind: 'adult',
      displayName: name,
      shortCode,
      status: 'valid',
      rosterVersion: version,
      issuedAt: this.clock.now(),
      revokedAt: null,
      revokedReason: null,
      walkIn: false,
    };
  }
}

/** Whether the door does not know yet what the list says of them. */
const isBehind = ({ name, isExpected }: TicketHolder, ticket: TicketEntity | undefined): boolean =>
  ticket
    ? (name !== null && ticket.displayName !== name) || (ticket.status === 'valid') !== isExpected
    : isExpected;

const randomByte = (): number => randomBytes(1)[0] ?? 0;
