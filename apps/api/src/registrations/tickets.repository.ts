import type { PersonKind } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { TicketEntity } from './ticket.entity';
import { marks } from '../persistence/sql';

/** Everything that a door needs of one ticket; what the group's state means for it is read at the time of asking. */
export interface DoorTicketRow {
  readonly id: string;
  readonly conference_id: string;
  readonly group_id: string;
  readonly kind: PersonKind;
  readonly display_name: string;
  readonly short_code: string;
  readonly status: string;
  readonly roster_version: number;
  readonly walk_in: number | boolean;
  readonly group_status: string;
  readonly school_urn: string;
  readonly school_name: string | null;
  readonly photo_consent: string | null;
  readonly has_access_need: number | boolean | null;
  /** When the consent was given. */
  readonly consent_at: Date | string | null;
  readonly photo_consent_months: number | null;
}

/** A group as a door knows it. */
export interface DoorGroupRow {
  readonly id: string;
  readonly status: string;
  readonly school_urn: string;
  readonly school_name: string | null;
}

/** A group with tickets to print. */
export interface PrintableGroupRow {
  readonly id: string;
  readonly school_urn: string;
  readonly school_name: string | null;
  readonly tickets: number | string;
  readonly status: string;
  readonly leader_name: string;
  readonly leader_phone: string;
}

/** A valid ticket with what print shows of its person. */
export interface PrintableTicketRow {
  readonly id: string;
  readonly short_code: string;
  readonly kind: PersonKind;
  readonly given_name: string;
  readonly family_name: string;
  readonly year_group: number | null;
  readonly photo_consent: string;
  readonly photo_consent_at: Date | string | null;
  readonly created_at: Date | string;
  readonly has_access_need: number | boolean;
}

const DOOR_TICKET =
  'SELECT t.id, t.conference_id, t.group_id, t.kind, t.display_name, t.short_code, t.status, t.roster_version, t.walk_in,' +
  ' g.status AS group_status, g.school_urn, s.name AS school_name, p.photo_consent,' +
  ' p.has_access_need, COALESCE(p.photo_consent_at, p.created_at) AS consent_at, rs.photo_consent_months' +
  ' FROM tickets t JOIN visit_groups g ON g.id = t.group_id' +
  ' LEFT JOIN schools s ON s.urn = g.school_urn LEFT JOIN people p ON p.id = t.person_id' +
  ' LEFT JOIN roster_settings rs ON rs.conference_id = t.conference_id';

/** Tickets; every method on an event's tickets takes the conference first. */
@Injectable()
export class TicketsRepository {
  constructor(private readonly database: Database) {}

  ofGroup(conferenceId: string, groupId: string): Promise<TicketEntity[]> {
    return this.database.reader.findBy(TicketEntity, { conferenceId, groupId });
  }

  /** Every ticket of an event, withdrawn ones too. */
  ofEvent(conferenceId: string): Promise<TicketEntity[]> {
    return this.database.reader.findBy(TicketEntity, { conferenceId });
  }

  find(conferenceId: string, id: string): Promise<TicketEntity | null> {
    return this.database.reader.findOneBy(TicketEntity, { conferenceId, id });
  }

  async insert(tickets: readonly TicketEntity[]): Promise<void> {
    if (tickets.length > 0) await this.database.writer.insert(TicketEntity, [...tickets]);
  }

  async update(conferenceId: string, ids: readonly string[], change: Partial<TicketEntity>): Promise<void> {
    if (ids.length > 0)
      await this.database.writer.update(TicketEntity, { conferenceId, id: In([...ids]) }, change);
  }

  /** Tells the doors of every ticket of the event once more. */
  async touchAll(conferenceId: string, rosterVersion: number): Promise<void> {
    await this.database.writer.update(TicketEntity, { conferenceId }, { rosterVersion });
  }

  async shortCodes(conferenceId: string): Promise<Set<string>> {
    const rows = await this.database.select<{ short_code: string }>(
      'SELECT short_code FROM tickets WHERE conference_id = ?',
      [conferenceId],
    );
    return new Set(rows.map((row) => row.short_code));
  }

  atDoor(conferenceId: string, ticketIds: readonly string[]): Promise<DoorTicketRow[]> {
    return this.doorTickets(conferenceId, 'id', ticketIds);
  }

  atDoorByShortCode(conferenceId: string, shortCodes: readonly string[]): Promise<DoorTicketRow[]> {
    return this.doorTickets(conferenceId, 'short_code', shortCodes);
  }

  /** Every group of a conference, of one group only when it is named. */
  groupsAtDoor(conferenceId: string, groupId?: string): Promise<DoorGroupRow[]> {
    return this.database.select<DoorGroupRow>(
      'SELECT g.id, g.status, g.school_urn, s.name AS school_name FROM visit_groups g' +
        ' LEFT JOIN schools s ON s.urn = g.school_urn WHERE g.conference_id = ?' +
        `${groupId === undefined ? '' : ' AND g.id = ?'} ORDER BY g.id`,
      groupId === undefined ? [conferenceId] : [conferenceId, groupId],
    );
  }

  /** The tickets of a group as a door judges them, in one order. */
  async ofGroupAtDoor(conferenceId: string, groupId: string): Promise<DoorTicketRow[]> {
    const rows = await this.doorTickets(conferenceId, 'group_id', [groupId]);
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async latestVersion(conferenceId: string): Promise<number> {
    const [row] = await this.database.select<{ version: number | string | null }>(
      'SELECT MAX(roster_version) AS version FROM tickets WHERE conference_id = ?',
      [conferenceId],
    );
    return Number(row?.version ?? 0);
  }

  /** What changed since a roster version, in its order. */
  changedSince(
    conferenceId: string,
    version: number,
    afterId: string,
    limit: number,
  ): Promise<DoorTicketRow[]> {
    return this.database.select<DoorTicketRow>(
      `${DOOR_TICKET} WHERE t.conference_id = ? AND (t.roster_version > ? OR (t.roster_version = ? AND t.id > ?))` +
        ' ORDER BY t.roster_version, t.id LIMIT ?',
      [conferenceId, version, version, afterId, limit],
    );
  }

  /** Valid tickets of confirmed groups, by school; who walked in is counted apart. */
  registeredBySchool(conferenceId: string): Promise<
    {
      urn: string;
      name: string | null;
      registered: number | string;
      walk_ins: number | string;
    }[]
  > {
    return this.database.select(
      'SELECT g.school_urn AS urn, MAX(s.name) AS name,' +
        ' SUM(CASE WHEN t.walk_in = 1 THEN 0 ELSE 1 END) AS registered,' +
        ' SUM(CASE WHEN t.walk_in = 1 THEN 1 ELSE 0 END) AS walk_ins FROM tickets t' +
        ' JOIN visit_groups g ON g.id = t.group_id LEFT JOIN schools s ON s.urn = g.school_urn' +
        " WHERE t.conference_id = ? AND t.status = 'valid' GROUP BY g.school_urn",
      [conferenceId],
    );
  }

  /** The groups of a conference that have valid tickets, of one school or of all. */
  printableGroups(conferenceId: string, schoolUrn?: string): Promise<PrintableGroupRow[]> {
    return this.database.select(
      'SELECT g.id, g.school_urn, MAX(s.name) AS school_name, COUNT(*) AS tickets, MAX(g.status) AS status,' +
        ' MAX(g.visit_leader_name) AS leader_name, MAX(g.visit_leader_phone) AS leader_phone FROM tickets t' +
        ' JOIN visit_groups g ON g.id = t.group_id LEFT JOIN schools s ON s.urn = g.school_urn' +
        " WHERE t.conference_id = ? AND t.status = 'valid'" +
        `${schoolUrn === undefined ? '' : ' AND g.school_urn = ?'} GROUP BY g.id, g.school_urn`,
      schoolUrn === undefined ? [conferenceId] : [conferenceId, schoolUrn],
    );
  }

  /** The valid tickets of one group, in the order of its roster. */
  printable(conferenceId: string, groupId: string): Promise<PrintableTicketRow[]> {
    return this.database.select(
      'SELECT t.id, t.short_code, t.kind, p.given_name, p.family_name, p.year_group, p.photo_consent,' +
        ' p.photo_consent_at, p.created_at, p.has_access_need FROM tickets t JOIN people p ON p.id = t.person_id' +
        " WHERE t.group_id = ? AND t.conference_id = ? AND t.status = 'valid' ORDER BY p.place_in_list, p.id",
      [groupId, conferenceId],
    );
  }

  private doorTickets(
    conferenceId: string,
    column: 'id' | 'short_code' | 'group_id',
    values: readonly string[],
  ): Promise<DoorTicketRow[]> {
    return this.database.select<DoorTicketRow>(
      `${DOOR_TICKET} WHERE t.conference_id = ? AND t.${column} IN (${marks(values)})`,
      [conferenceId, ...values],
    );
  }
}
