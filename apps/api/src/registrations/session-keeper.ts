import { findClashes, overlap, type Programme } from '@lectern/conferences';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ProgrammeChange, ProgrammeLifecycle } from '../conferences/programme-lifecycle';
import { SchoolsService } from '../schools/schools.service';
import { groupClash, groupsPlaced, roomFull, wrongField } from './group-sessions.errors';
import { GroupSessionsRepository, type PlacementRow } from './group-sessions.repository';
import { peopleIn, placedSessions } from './session-facts';

const FIELD = { rooms: 'capacity', sessions: 'roomId', slots: 'grouping' } as const;

const fieldOf = (kind: ProgrammeChange['kind']): string =>
  kind === 'rooms' || kind === 'sessions' || kind === 'slots' ? FIELD[kind] : '';

/** Keeps what groups were given when staff change the programme: a change that would take it from them is refused. */
@Injectable()
export class SessionKeeper implements OnModuleInit {
  constructor(
    private readonly lifecycle: ProgrammeLifecycle,
    private readonly rows: GroupSessionsRepository,
    private readonly schools: SchoolsService,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenChanged((change) => this.check(change));
    this.lifecycle.beforeSessionLeaves(async ({ id, title }, conferenceId) => {
      const placements = await this.rows.placements(conferenceId, true);
      const there = placements.filter(({ sessionId }) => sessionId === id);
      const nameOf = await this.names(conferenceId);
      if (there.length > 0)
        throw groupsPlaced(
          title,
          there.map(({ groupId }) => nameOf(groupId)),
        );
      await this.rows.forgetSession(id);
    });
  }

  private async names(conferenceId: string): Promise<(groupId: string) => string> {
    const groups = await this.rows.groups(conferenceId, true);
    const schools = await this.schools.findAll(groups.map(({ schoolUrn }) => schoolUrn));
    const names = new Map(groups.map(({ id, schoolUrn }) => [id, schools.get(schoolUrn)?.name ?? schoolUrn]));
    return (groupId) => names.get(groupId) ?? 'A group';
  }

  private async check({ before, after, kind }: ProgrammeChange): Promise<void> {
    const placements = await this.rows.placements(after.conferenceId, true);
    if (placements.length === 0) return;
    refuseSmaller(after, placements, fieldOf(kind));
    await this.refuseTwice(before, after, placements, kind === 'slots' ? 'startsAt' : 'slotId');
  }

  /** Two sessions of one group that came to overlap by this change, and did not before. */
  private async refuseTwice(
    before: Programme,
    after: Programme,
    placements: readonly PlacementRow[],
    field: string,
  ): Promise<void> {
    const [was, is] = [placedSessions(before), placedSessions(after)];
    const nameOf = await this.names(after.conferenceId);
    for (const one of placements) {
      for (const other of placements) {
        if (one.groupId !== other.groupId || one.sessionId >= other.sessionId) continue;
        const [a, b] = [is.get(one.sessionId), is.get(other.sessionId)];
        const [c, d] = [was.get(one.sessionId), was.get(other.sessionId)];
        if (!a || !b || !overlap(a.slot, b.slot)) continue;
        if (c && d && overlap(c.slot, d.slot)) continue;
        const groups = [{ id: one.groupId, name: nameOf(one.groupId) }];
        const booking = ({ session, slot }: typeof a) => ({
          ...slot,
          sessionId: session.id,
          title: session.title,
          room: null,
          speakers: [],
          groups,
        });
        throw groupClash(findClashes(booking(a), [booking(b)]), field);
      }
    }
  }
}

/** A session with groups in it keeps a room that holds them, in a slot that groups are placed in. */
const refuseSmaller = (after: Programme, placements: readonly PlacementRow[], field: string): void => {
  for (const { session, slot, room } of placedSessions(after).values()) {
    const people = peopleIn(placements.filter(({ sessionId }) => sessionId === session.id));
    if (people === 0) continue;
    if (slot.grouping === 'together') {
      const message = `Groups are placed in ‘${session.title}’. Take them out of it before everybody goes there together.`;
      throw wrongField(field, 'groups-placed', message);
    }
    if (!room) {
      const message = `${people} people are placed in ‘${session.title}’, so it needs a room. Choose one that holds them.`;
      throw wrongField(field, 'groups-placed', message);
    }
    if (people > room.capacity) {
      const message = `${people} people are placed in ‘${session.title}’, and ${room.name} would hold ${room.capacity}. Move ${people - room.capacity} of them to another session first.`;
      throw roomFull(field, message, 0);
    }
  }
};
