import type { DoorGroup, RosterEntry, TicketFlag } from '@lectern/check-in';
import { formatShortCode } from '@lectern/check-in';
import type { Clock } from '@lectern/core';
import { mayBePhotographed, ROSTER_SETTINGS } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { toDateOrNull } from '../persistence/dialect';
import { CLOCK } from '../platform/tokens';
import { AT_DOOR } from './groups.repository';
import { type DoorGroupRow, type DoorTicketRow, TicketsRepository } from './tickets.repository';

/** A ticket as a door judges it. */
export interface DoorTicket extends RosterEntry {
  readonly schoolUrn: string;
}

export interface RosterPageAt {
  readonly tickets: readonly DoorTicket[];
  /** The place after the last ticket: its roster version and id. */
  readonly place: readonly [number, string] | null;
}

/** Whether a group has places: a school’s that is confirmed, or one that is there for a door only. */
const isLetIn = (status: string): boolean => status === 'confirmed' || status === AT_DOOR;

const statusOf = (row: DoorTicketRow): RosterEntry['status'] => {
  if (row.group_status === 'cancelled' || row.status === 'cancelled') return 'cancelled';
  if (row.status === 'revoked' || row.status === 'replaced') return row.status;
  return isLetIn(row.group_status) ? 'valid' : 'not-confirmed';
};

const isPhotoAllowed = (row: DoorTicketRow, now: Date): boolean => {
  const givenAt = toDateOrNull(row.consent_at);
  if (row.photo_consent !== 'yes' || givenAt === null) return false;
  const months = Number(row.photo_consent_months ?? ROSTER_SETTINGS.photoConsentMonths);
  return mayBePhotographed({ consent: 'yes', givenAt, months }, now);
};

const flagsOf = (row: DoorTicketRow, now: Date): TicketFlag[] => [
  ...(isPhotoAllowed(row, now) ? [] : (['no-photo'] as const)),
  ...(Number(row.has_access_need ?? 0) === 1 ? (['access-need'] as const) : []),
  ...(Number(row.walk_in) === 1 ? (['walk-in'] as const) : []),
];

const doorTicket = (row: DoorTicketRow, now: Date): DoorTicket => ({
  ticketId: row.id,
  shortCode: formatShortCode(row.short_code),
  displayName: row.display_name,
  school: row.school_name ?? row.school_urn,
  schoolUrn: row.school_urn,
  groupId: row.group_id,
  kind: row.kind,
  status: statusOf(row),
  flags: flagsOf(row, now),
});

const groupStatusOf = (status: string): DoorGroup['status'] => {
  if (status === 'cancelled') return 'cancelled';
  return isLetIn(status) ? 'confirmed' : 'not-confirmed';
};

const doorGroup = ({ id, status, school_name, school_urn }: DoorGroupRow): DoorGroup => ({
  groupId: id,
  school: school_name ?? school_urn,
  status: groupStatusOf(status),
});

/** The face of registrations towards check-in: tickets as doors see them. */
@Injectable()
export class DoorTicketsService {
  constructor(
    private readonly tickets: TicketsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the tickets that the conference knows, by id. */
  async find(conferenceId: string, ticketIds: readonly string[]): Promise<ReadonlyMap<string, DoorTicket>> {
    if (ticketIds.length === 0) return new Map();
    const rows = await this.tickets.atDoor(conferenceId, ticketIds);
    return new Map(rows.map((row) => [row.id, doorTicket(row, this.clock.now())]));
  }

  /** Those of the tickets that the conference knows, by their short code without its dash. */
  async findByShortCode(
    conferenceId: string,
    shortCodes: readonly string[],
  ): Promise<ReadonlyMap<string, DoorTicket>> {
    if (shortCodes.length === 0) return new Map();
    const rows = await this.tickets.atDoorByShortCode(conferenceId, shortCodes);
    return new Map(rows.map((row) => [row.short_code, doorTicket(row, this.clock.now())]));
  }

  /** The parties of a conference, by school. */
  async groups(conferenceId: string): Promise<readonly DoorGroup[]> {
    const groups = (await this.tickets.groupsAtDoor(conferenceId)).map(doorGroup);
    return groups.sort(
      (a, b) => a.school.localeCompare(b.school, 'en-GB') || (a.groupId < b.groupId ? -1 : 1),
    );
  }

  /** One party with its tickets; null when the conference has no such group. */
  async party(conferenceId: string, groupId: string): Promise<readonly DoorTicket[] | null> {
    const [group] = await this.tickets.groupsAtDoor(conferenceId, groupId);
    if (!group) return null;
    const rows = await this.tickets.ofGroupAtDoor(conferenceId, groupId);
    return rows.map((row) => doorTicket(row, this.clock.now()));
  }

  /** The version of the last change of any ticket. */
  rosterVersion(conferenceId: string): Promise<number> {
    return this.tickets.latestVersion(conferenceId);
  }

  async changedSince(
    conferenceId: string,
    place: readonly [number, string],
    limit: number,
  ): Promise<RosterPageAt> {
    const rows = await this.tickets.changedSince(conferenceId, place[0], place[1], limit);
    const last = rows.at(-1);
    const now = this.clock.now();
    return {
      tickets: rows.map((row) => doorTicket(row, now)),
      place: last ? [Number(last.roster_version), last.id] : null,
    };
  }

  async registeredBySchool(
    conferenceId: string,
  ): Promise<readonly { urn: string; name: string; registered: number; walkIns: number }[]> {
    const rows = await this.tickets.registeredBySchool(conferenceId);
    return rows.map((row) => ({
      urn: row.urn,
      name: row.name ?? row.urn,
      registered: Number(row.registered),
      walkIns: Number(row.walk_ins),
    }));
  }
}
