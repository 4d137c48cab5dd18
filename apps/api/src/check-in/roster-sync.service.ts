import type { RosterChanges } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { cursorOf, placeOf } from '../platform/paging';
import type { DeviceVisitor } from '../platform/visitors';
import { DoorTicketsService } from '../registrations/door-tickets.service';

const PAGE = 1000;
const START = [0, ''] as const;

/** What a door's phone holds of the roster: whole at first, then what changed since its cursor. */
@Injectable()
export class RosterSyncService {
  constructor(private readonly tickets: DoorTicketsService) {}

  async changes(device: DeviceVisitor, cursor: string | undefined): Promise<RosterChanges> {
    const place = placeOf(cursor, 2);
    const since: readonly [number, string] = place ? [Number(place[0]) || 0, String(place[1])] : START;
    const { tickets, place: next } = await this.tickets.changedSince(device.conferenceId, since, PAGE);
    return {
      upserts: tickets.map(({ schoolUrn: _schoolUrn, isWalkIn: _isWalkIn, ...entry }) => entry),
      removals: [],
      cursor: cursorOf([...(next ?? since)]),
      full: place === null,
      more: tickets.length === PAGE,
    };
  }
}
