import { type RefusedScan, verdictWords } from '@lectern/check-in';
import { notFound, type Page } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { DoorEventsService } from '../conferences/door-events.service';
import { cursorOf, placeOf } from '../platform/paging';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import { type RefusedRow, RefusedScansRepository } from './refused-scans.repository';

const viewOf = (row: RefusedRow, ticket: DoorTicket | undefined): RefusedScan => ({
  id: row.id,
  at: row.at.toISOString(),
  checkpoint: row.checkpoint,
  device: row.device,
  message: verdictWords({
    outcome: 'refused',
    reason: row.reason,
    at: row.at.toISOString(),
    opensAt: row.opensAt,
    closesAt: row.closesAt,
  }).title,
  displayName: ticket?.displayName ?? null,
  school: ticket?.school ?? null,
});

/** What the doors turned away, in words, for the desk to see what goes wrong where. */
@Injectable()
export class RefusedScansService {
  constructor(
    private readonly events: DoorEventsService,
    private readonly scans: RefusedScansRepository,
    private readonly tickets: DoorTicketsService,
  ) {}

  /** Newest first by when they reached the server, so that what an offline phone sends late is not missed. */
  async list(conferenceId: string, limit: number, cursor: unknown): Promise<Page<RefusedScan>> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    const place = placeOf(cursor, 2);
    const time = place ? new Date(Number(place[0])) : null;
    const before =
      place && time && !Number.isNaN(time.getTime()) ? { receivedAt: time, id: String(place[1]) } : null;
    const rows = await this.scans.page(conferenceId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const ids = new Set(shown.flatMap(({ ticketId }) => ticketId ?? []));
    const tickets = await this.tickets.find(conferenceId, [...ids]);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => viewOf(row, tickets.get(row.ticketId ?? ''))),
      nextCursor: rows.length > limit && last ? cursorOf([last.receivedAt.getTime(), last.id]) : null,
    };
  }
}
