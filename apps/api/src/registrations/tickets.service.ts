import { randomBytes } from 'node:crypto';
import {
  drawShortCode,
  formatShortCode,
  partyCodeMessage,
  ticketCodeMessage,
  writePartyCode,
  writeTicketCode,
} from '@lectern/check-in';
import { type Clock, newId } from '@lectern/core';
import { type Ticket, TICKET_ENDS, type TicketEnd, type TicketStatus } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { GroupsRepository } from './groups.repository';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import type { TicketEntity } from './ticket.entity';
import { TicketsRepository } from './tickets.repository';

export const displayNameOf = (person: Pick<PersonEntity, 'givenName' | 'familyName'>): string =>
  `${person.givenName} ${person.familyName}`;

/** Tickets follow the roster: one for each person of a confirmed group, withdrawn with the person or the group. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly tickets: TicketsRepository,
    private readonly people: PeopleRepository,
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Issues tickets to the people of a confirmed group who have none, marked when they walked in; under the event's
   * lock.
   */
  async issueMissing(groupId: string, walkedIn = false): Promise<void> {
    const group = await this.groups.find(groupId);
    if (group?.status !== 'confirmed') return;
    const people = await this.people.ofGroup(groupId);
    const have = await this.tickets.ofGroup(group.conferenceId, groupId);
    const ticketOf = new Map(have.map((ticket) => [ticket.personId, ticket]));
    const missing = people.filter((person) => !ticketOf.has(person.id));
    const renamed = people.filter((person) => {
      const ticket = ticketOf.get(person.id);
      return ticket !== undefined && ticket.displayName !== displayNameOf(person);
    });
    // Consent and needs show at the door too, so every save tells the doors about the whole group.
    const version = await this.places.nextRosterVersion(group.conferenceId);
    await this.tickets.update(
      group.conferenceId,
      have.map((ticket) => ticket.id),
      { rosterVersion: version },
    );
    for (const person of renamed) {
      const ticket = ticketOf.get(person.id);
      if (ticket)
        await this.tickets.update(group.conferenceId, [ticket.id], {
          displayName: displayNameOf(person),
          kind: person.kind,
        });
    }
    const drawn = missing.length > 0 ? await this.tickets.shortCodes(group.conferenceId) : new Set<string>();
    await this.tickets.insert(
      missing.map((person) => ({
        ...this.newTicket(group.conferenceId, person, version, drawn),
        walkIn: walkedIn,
      })),
    );
  }

  /** The ticket, as the conference knows it. */
  find(conferenceId: string, ticketId: string): Promise<TicketEntity | null> {
    return this.tickets.find(conferenceId, ticketId);
  }

  /** The valid ticket of a person; null while the group has no places. */
  async idOf(conferenceId: string, groupId: string, personId: string): Promise<string | null> {
    const tickets = await this.tickets.ofGroup(conferenceId, groupId);
    return tickets.find((ticket) => ticket.personId === personId)?.id ?? null;
  }

  /** Withdraws the ticket of a person in whose place another comes; the doors are told that reason. */
  async replace(conferenceId: string, groupId: string, personId: string): Promise<void> {
    await this.withdraw(conferenceId, groupId, [personId], 'replaced', 'replaced');
  }

  /** Withdraws the tickets of people who left the roster. */
  async revoke(
    conferenceId: string,
    groupId: string,
    personIds: readonly string[],
    reason: TicketEnd,
  ): Promise<void> {
    await this.withdraw(conferenceId, groupId, personIds, 'revoked', reason);
  }

  private async withdraw(
    conferenceId: string,
    groupId: string,
    personIds: readonly string[],
    status: 'revoked' | 'replaced',
    reason: TicketEnd,
  ): Promise<void> {
    if (personIds.length === 0) return;
    const tickets = await this.tickets.ofGroup(conferenceId, groupId);
    const leaving = tickets.filter(
      (ticket) => ticket.personId !== null && personIds.includes(ticket.personId),
    );
    await this.tickets.update(
      conferenceId,
      leaving.map((ticket) => ticket.id),
      {
        status,
        personId: null,
        revokedAt: this.clock.now(),
        revokedReason: reason,
        rosterVersion: await this.places.nextRosterVersion(conferenceId),
      },
    );
  }

  /** Withdraws every ticket of a cancelled group. */
  async cancelAll(conferenceId: string, groupId: string): Promise<void> {
    const tickets = (await this.tickets.ofGroup(conferenceId, groupId)).filter(
      (ticket) => ticket.status === 'valid',
    );
    await this.tickets.update(
      conferenceId,
      tickets.map((ticket) => ticket.id),
      {
        status: 'cancelled',
        revokedAt: this.clock.now(),
        revokedReason: 'group-cancelled' satisfies TicketEnd,
        rosterVersion: await this.places.nextRosterVersion(conferenceId),
      },
    );
  }

  /** The group's tickets in the order of its roster, withdrawn ones last. */
  async list(conferenceId: string, groupId: string): Promise<Ticket[]> {
    const conference = await this.places.facts(conferenceId);
    const rows = await this.tickets.ofGroup(conferenceId, groupId);
    if (!conference?.codeTag || rows.length === 0) return [];
    const codeOf = await this.codes(conference);
    const people = await this.people.ofGroup(groupId);
    const order = new Map(people.map((person, index) => [person.id, index]));
    const place = (ticket: TicketEntity): number => order.get(ticket.personId ?? '') ?? people.length;
    return rows
      .sort((a, b) => place(a) - place(b) || a.displayName.localeCompare(b.displayName, 'en-GB'))
      .map((row) => ({
        id: row.id,
        personId: row.personId ?? '',
        displayName: row.displayName,
        kind: row.kind as Ticket['kind'],
        code: codeOf(row.id),
        shortCode: formatShortCode(row.shortCode),
        status: (row.status === 'valid' ? 'valid' : 'revoked') satisfies TicketStatus,
        ...(row.status === 'valid' ? {} : { ended: endOf(row.revokedReason) }),
      }));
  }

  /** Writes the signed codes of a published conference's tickets. */
  async codes({
    id,
    codeTag,
  }: Pick<ConferenceFacts, 'id' | 'codeTag'>): Promise<(ticketId: string) => string> {
    if (codeTag === null) throw new Error('A conference signs tickets only after it is published.');
    const sign = await this.places.signer(id);
    return (ticketId) =>
      writeTicketCode({ codeTag, ticketId, signature: sign(ticketCodeMessage(id, ticketId)) });
  }

  /** Writes the signed codes that open a whole group at the door: one QR for the coach, on lists and on the school's page. */
  async partyCodes({
    id,
    codeTag,
  }: Pick<ConferenceFacts, 'id' | 'codeTag'>): Promise<(groupId: string) => string> {
    if (codeTag === null) throw new Error('A conference signs codes only after it is published.');
    const sign = await this.places.signer(id);
    return (groupId) => writePartyCode({ codeTag, groupId, signature: sign(partyCodeMessage(id, groupId)) });
  }

  private newTicket(
    conferenceId: string,
    person: PersonEntity,
    rosterVersion: number,
    drawn: Set<string>,
  ): TicketEntity {
    let shortCode = drawShortCode(randomByte);
    while (drawn.has(shortCode)) shortCode = drawShortCode(randomByte);
    drawn.add(shortCode);
    return {
      id: newId(),
      conferenceId,
      groupId: person.groupId,
      personId: person.id,
      kind: person.kind,
      displayName: displayNameOf(person),
      shortCode,
      status: 'valid',
      rosterVersion,
      issuedAt: this.clock.now(),
      revokedAt: null,
      revokedReason: null,
      walkIn: false,
    };
  }
}

/** Tickets that were withdrawn before there were reasons belong to people who left the list. */
const endOf = (reason: string | null): TicketEnd => TICKET_ENDS.find((end) => end === reason) ?? 'taken-off';

const randomByte = (): number => randomBytes(1)[0] ?? 0;
