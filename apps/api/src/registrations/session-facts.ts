import type { Programme, ProgrammeSession, ProgrammeSlot } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';
import { ProgrammeService } from '../conferences/programme.service';
import { SchoolsService } from '../schools/schools.service';
import {
  GroupSessionsRepository,
  type PlacementRow,
  type PreferenceRow,
  type SeatedGroup,
} from './group-sessions.repository';

export interface PlacedSession {
  readonly session: ProgrammeSession;
  readonly slot: ProgrammeSlot;
  readonly room: { readonly id: string; readonly name: string; readonly capacity: number } | null;
}

export interface GroupAtSessions extends SeatedGroup {
  readonly school: string;
  readonly yearGroups: readonly number[];
}

/** Everything that giving groups their sessions depends on. */
export interface SessionFactsRead {
  readonly programme: Programme;
  /** Every session with its slot and room, by id. */
  readonly sessions: ReadonlyMap<string, PlacedSession>;
  /** The confirmed groups. */
  readonly groups: readonly GroupAtSessions[];
  readonly placements: readonly PlacementRow[];
  readonly preferences: readonly PreferenceRow[];
  readonly publishedAt: Date | null;
}

export const placedSessions = (programme: Programme): ReadonlyMap<string, PlacedSession> =>
  new Map(
    programme.sessions.flatMap((session) => {
      const slot = programme.slots.find(({ id }) => id === session.slotId);
      const room = programme.rooms.find(({ id }) => id === session.roomId) ?? null;
      return slot ? [[session.id, { session, slot, room }] as const] : [];
    }),
  );

/** Pupils and adults that these placements seat. */
export const peopleIn = (placements: readonly PlacementRow[]): number =>
  placements.reduce((sum, { pupils, adults }) => sum + pupils + adults, 0);

/** Gathers what giving groups their sessions depends on; `deciding` under the event's lock. */
@Injectable()
export class SessionFactsReader {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly rows: GroupSessionsRepository,
    private readonly schools: SchoolsService,
  ) {}

  async read(conferenceId: string, deciding = false): Promise<SessionFactsRead> {
    const programme = await this.programmes.facts(conferenceId, deciding);
    const groups = await this.rows.groups(conferenceId, deciding);
    const placements = await this.rows.placements(conferenceId, deciding);
    const preferences = await this.rows.preferences(conferenceId, deciding);
    const publishedAt = await this.rows.publishedAt(conferenceId, deciding);
    const years = await this.rows.yearsOf(conferenceId);
    const schools = await this.schools.findAll([...new Set(groups.map(({ schoolUrn }) => schoolUrn))]);
    return {
      programme,
      sessions: placedSessions(programme),
      groups: groups
        .map((group) => ({
          ...group,
          school: schools.get(group.schoolUrn)?.name ?? group.schoolUrn,
          yearGroups: years.get(group.id) ?? [],
        }))
        .sort((a, b) => a.school.localeCompare(b.school, 'en-GB') || (a.id < b.id ? -1 : 1)),
      placements,
      preferences,
      publishedAt,
    };
  }
}
