import type { RollTicket } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { type DoorTicket, DoorTicketsService } from './door-tickets.service';

const PAGE = 1000;

/** The face of registrations towards the roll: everybody who has, or had, a ticket. */
@Injectable()
export class RollTicketsService {
  constructor(
    private readonly database: Database,
    private readonly doors: DoorTicketsService,
  ) {}

  /** Every ticket of the conference, withdrawn ones too: somebody may have come with one. */
  async all(conferenceId: string): Promise<readonly RollTicket[]> {
    const [tickets, names] = await Promise.all([this.tickets(conferenceId), this.lastNames(conferenceId)]);
    return tickets.map(({ ticketId, displayName, kind, schoolUrn, school, status, flags }) => ({
      ticketId,
      displayName,
      lookedUpBy: `${names.get(ticketId) ?? lastWord(displayName)} ${displayName}`,
      kind,
      schoolUrn,
      school,
      isExpected: status === 'valid',
      isWalkIn: flags.includes('walk-in'),
    }));
  }

  private async tickets(conferenceId: string): Promise<readonly DoorTicket[]> {
    const all: DoorTicket[] = [];
    let place: readonly [number, string] = [0, ''];
    for (;;) {
      const page = await this.doors.changedSince(conferenceId, place, PAGE);
      all.push(...page.tickets);
      if (page.tickets.length < PAGE || !page.place) return all;
      place = page.place;
    }
  }

  private async lastNames(conferenceId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.select<{ id: string; family_name: string }>(
      'SELECT t.id, p.family_name FROM tickets t JOIN people p ON p.id = t.person_id WHERE t.conference_id = ?',
      [conferenceId],
    );
    return new Map(rows.map((row) => [row.id, row.family_name]));
  }
}

/** A withdrawn ticket has no person any more, only the name that was on the badge. */
const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
