import type { RosterChanges } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { DoorEventsService } from '../conferences/door-events.service';
import { cursorOf, knownPlaceOf } from '../platform/paging';
import type { DeviceVisitor } from '../platform/visitors';
import { DoorTicketsService } from '../registrations/door-tickets.service';

const PAGE = 1000;
const START = [0, ''] as const;

/** What a door's phone holds of the roster: whole at first, then what changed since its cursor. */
@Injectable()
export class RosterSyncService {
  constructor(
    private readonly tickets: DoorTicketsService,
    private readonly events: DoorEventsService,
  ) {}

  /**
   * Changes since the cursor; one that is not known, or that is ahead of the roster (the database was put back), begins
   * anew with everything.
   */
  async changes(device: DeviceVisitor, cursor: string | undefined): Promise<RosterChanges> {
    await this.events.rosterAsked(device.conferenceId);
    const since = await this.known(device.conferenceId, cursor);
    const from = since ?? START;
    const { tickets, place: next } = await this.tickets.changedSince(device.conferenceId, from, PAGE);
    return {
      upserts: tickets.map(({ schoolUrn: _schoolUrn, ...entry }) => entry),
      removals: [],
      cursor: cursorOf([...(next ?? from)]),
      full: since === null,
      more: tickets.length === PAGE,
    };
  }

  private async known(
    conferenceId: string,
    cursor: string | undefined,
  ): Promise<readonly [number, string] | null> {
    const [version, ticketId] = knownPlaceOf(cursor, 2) ?? [];
    if (typeof version !== 'number' || typeof ticketId !== 'string') return null;
    const isOurs =
      Number.isInteger(version) &&
      version >= 0 &&
      version <= (await this.tickets.rosterVersion(conferenceId));
    return isOurs ? [version, ticketId] : null;
  }
}
