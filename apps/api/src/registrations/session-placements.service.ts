import { bookingOf, findClashes, overlap } from '@lectern/conferences';
import { type Clock, newId, notFound } from '@lectern/core';
import type { SessionBoard, SessionPlacement } from '@lectern/registrations';
import type { SessionPlacementRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { conferenceOver, groupClash, roomFull, wrongField } from './group-sessions.errors';
import { boardView, placementView } from './group-sessions.mapper';
import { GroupSessionsRepository, type PlacementRow } from './group-sessions.repository';
import {
  type GroupAtSessions,
  peopleIn,
  type PlacedSession,
  SessionFactsReader,
  type SessionFactsRead,
} from './session-facts';
import { SessionNews } from './session-news';

const OVER = ['completed', 'archived', 'cancelled'];

interface Wanted {
  readonly group: GroupAtSessions;
  readonly at: PlacedSession & { readonly room: NonNullable<PlacedSession['room']> };
  /** The group's other placements, without the one it moves from. */
  readonly others: readonly PlacementRow[];
}

/** Groups that staff place in sessions by hand: never more people than the room holds, never a group twice at once. */
@Injectable()
export class SessionPlacementsService {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly reader: SessionFactsReader,
    private readonly rows: GroupSessionsRepository,
    private readonly news: SessionNews,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async board(conferenceId: string): Promise<SessionBoard> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    return boardView(await this.reader.read(conference.id));
  }

  place(conferenceId: string, request: SessionPlacementRequest): Promise<SessionPlacement> {
    return this.database.transaction(async () => {
      const { conference, facts } = await this.open(conferenceId);
      const wanted = wantedIn(facts, request);
      const numbers = numbersOf(facts, wanted, request);
      const same = wanted.others.find(({ sessionId }) => sessionId === wanted.at.session.id);
      refuseFull(facts, wanted, numbers, request.insteadOf ?? null);
      if (request.insteadOf) await this.rows.remove(request.insteadOf);
      if (same) await this.rows.remove(same.id);
      const row = {
        id: newId(),
        groupId: wanted.group.id,
        sessionId: wanted.at.session.id,
        pupils: numbers.pupils + (same?.pupils ?? 0),
        adults: numbers.adults + (same?.adults ?? 0),
        made: 'by-hand' as const,
        reason: 'Placed by the university.',
      };
      await this.rows.insert({ ...row, conferenceId, createdAt: this.clock.now() });
      await this.note('group.placed', row.groupId, { sessionId: row.sessionId, pupils: row.pupils });
      await this.tell(conference, row.groupId);
      return placementView(row);
    });
  }

  async takeOut(conferenceId: string, placementId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { conference, facts } = await this.open(conferenceId);
      const row = facts.placements.find(({ id }) => id === placementId);
      if (!row) throw notFound('placement');
      await this.rows.remove(row.id);
      await this.note('group.taken-out', row.groupId, { sessionId: row.sessionId });
      await this.tell(conference, row.groupId);
    });
  }

  private async open(
    conferenceId: string,
  ): Promise<{ conference: ConferenceFacts; facts: SessionFactsRead }> {
    const conference = await this.places.lock(conferenceId);
    if (OVER.includes(conference.status)) throw conferenceOver();
    return { conference, facts: await this.reader.read(conferenceId, true) };
  }

  /** Once sessions are published, a school hears of every change. */
  private async tell(conference: ConferenceFacts, groupId: string): Promise<void> {
    const facts = await this.reader.read(conference.id, true);
    if (facts.publishedAt !== null && facts.programme.publishedAt !== null)
      await this.news.tell(conference, facts, groupId, false);
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'group', objectId, details });
  }
}

const wantedIn = (facts: SessionFactsRead, request: SessionPlacementRequest): Wanted => {
  const group = facts.groups.find(({ id }) => id === request.groupId);
  if (!group) throw wrongField('groupId', 'unknown-group', 'Choose a confirmed group of this conference.');
  const at = facts.sessions.get(request.sessionId);
  if (!at) throw wrongField('sessionId', 'unknown-session', 'Choose a session of this programme.');
  const { session, slot, room } = at;
  if (slot.grouping === 'together') {
    const message = `Everybody goes to ‘${session.title}’ together, so nobody needs placing there. Choose another session.`;
    throw wrongField('sessionId', 'together', message);
  }
  if (!room) {
    const message = `‘${session.title}’ has no room yet. Give it a room in the programme first.`;
    throw wrongField('sessionId', 'no-room', message);
  }
  const own = facts.placements.filter(({ groupId }) => groupId === group.id);
  if (request.insteadOf && !own.some(({ id }) => id === request.insteadOf)) {
    const message = 'The group is no longer there. Load the page again and place it anew.';
    throw wrongField('insteadOf', 'unknown-placement', message);
  }
  return { group, at: { ...at, room }, others: own.filter(({ id }) => id !== request.insteadOf) };
};

/** How many of the group are placed; refused when it has not so many that are free at that time. */
const numbersOf = (
  facts: SessionFactsRead,
  { group, at, others }: Wanted,
  request: SessionPlacementRequest,
): { readonly pupils: number; readonly adults: number } => {
  const then = others.filter(({ sessionId }) => {
    const other = facts.sessions.get(sessionId);
    return other !== undefined && overlap(other.slot, at.slot);
  });
  const held = (what: 'pupils' | 'adults'): number => then.reduce((sum, row) => sum + row[what], 0);
  const pupils = request.pupils ?? group.pupils - held('pupils');
  const adults = request.adults ?? Math.max(0, group.adults - held('adults'));
  const isTwice = pupils <= 0 || pupils + held('pupils') > group.pupils;
  if (isTwice && then.length > 0) throw groupClash(clashesWith(facts, group, at, then), 'groupId');
  if (isTwice) {
    const message = `The group has ${group.pupils} places. Place ${group.pupils} pupils at most.`;
    throw wrongField('pupils', 'more-than-places', message);
  }
  if (adults + held('adults') > group.adults) {
    const message = `The group brings ${group.adults} adults, and ${held('adults')} are placed at this time. Place fewer.`;
    throw wrongField('adults', 'more-than-adults', message);
  }
  return { pupils, adults };
};

const clashesWith = (
  facts: SessionFactsRead,
  group: GroupAtSessions,
  at: PlacedSession,
  then: readonly PlacementRow[],
) => {
  const groups = [{ id: group.id, name: group.school }];
  const booking = (session: PlacedSession['session'], id: string) => {
    const plain = bookingOf(facts.programme, { ...session, id, roomId: null, speakerIds: [] });
    return plain ? [{ ...plain, groups }] : [];
  };
  const booked = then.flatMap(({ sessionId }) => {
    const other = facts.sessions.get(sessionId);
    return other ? booking(other.session, sessionId) : [];
  });
  // The same session again is a clash too: the whole group is there already.
  return booking(at.session, 'wanted').flatMap((wanted) => findClashes(wanted, booked));
};

const refuseFull = (
  facts: SessionFactsRead,
  { group, at }: Wanted,
  { pupils, adults }: { readonly pupils: number; readonly adults: number },
  insteadOf: string | null,
): void => {
  const there = facts.placements.filter(
    ({ id, sessionId }) => sessionId === at.session.id && id !== insteadOf,
  );
  const left = at.room.capacity - peopleIn(there);
  const people = pupils + adults;
  if (people <= left) return;
  const message =
    `${at.room.name} holds ${at.room.capacity} people and ${peopleIn(there)} are placed in ‘${at.session.title}’. ` +
    `${group.school} would bring ${people}, which is ${people - left} too many. Choose another session, or place fewer pupils.`;
  throw roomFull('sessionId', message, Math.max(0, left));
};
