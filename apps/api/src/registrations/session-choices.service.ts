import { type Clock, londonDateTime, notFound } from '@lectern/core';
import { suitsYears } from '@lectern/conferences';
import { type Actor, can } from '@lectern/identity';
import type { GroupSessions } from '@lectern/registrations';
import type { SessionChoicesRequest, SlotWish } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { GroupEntity } from './group.entity';
import { choicesClosed, wrongField } from './group-sessions.errors';
import { slotChoices, timetableOf } from './group-sessions.mapper';
import { GroupSessionsRepository } from './group-sessions.repository';
import { GroupsService } from './groups.service';
import { SessionFactsReader, type SessionFactsRead } from './session-facts';

const OVER = ['live', 'completed', 'archived', 'cancelled'];

/** What a group would like, and its day once that is decided. */
@Injectable()
export class SessionChoicesService {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsService,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    private readonly reader: SessionFactsReader,
    private readonly rows: GroupSessionsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async see(actor: Actor, groupId: string): Promise<GroupSessions> {
    const group = await this.groups.own(actor, groupId, 'group.see');
    const conference = await this.places.facts(group.conferenceId);
    if (!conference) throw notFound('group');
    const facts = await this.reader.read(group.conferenceId);
    const isPublished = facts.programme.publishedAt !== null;
    const years = facts.groups.find(({ id }) => id === groupId)?.yearGroups ?? [];
    const school = await this.schools.find(group.schoolUrn);
    return {
      groupId,
      conference: {
        id: conference.id,
        slug: conference.slug,
        title: conference.title,
        startsAt: conference.startsAt.toISOString(),
        endsAt: conference.endsAt.toISOString(),
      },
      school: school?.name ?? group.schoolUrn,
      choosing: {
        isOpen: this.whyClosed(actor, group, conference, facts) === null,
        until: conference.finalNumbersAt.toISOString(),
        slots: isPublished ? slotChoices(facts, groupId, years) : [],
      },
      publishedAt: isPublished ? (facts.publishedAt?.toISOString() ?? null) : null,
      timetable:
        isPublished && group.status !== 'cancelled'
          ? timetableOf(facts, { id: groupId, pupils: group.places })
          : [],
    };
  }

  /** Replaces the group's choices in the slots that are named; until final numbers, unless staff do it. */
  async choose(actor: Actor, groupId: string, { choices }: SessionChoicesRequest): Promise<GroupSessions> {
    const { conferenceId } = await this.groups.own(actor, groupId, 'group.change');
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const group = await this.groups.own(actor, groupId, 'group.change');
      const facts = await this.reader.read(conferenceId, true);
      const closed = this.whyClosed(actor, group, conference, facts);
      if (closed !== null) throw choicesClosed(closed);
      const years = facts.groups.find(({ id }) => id === groupId)?.yearGroups ?? [];
      for (const [index, wish] of choices.entries()) {
        const among = refuseUnknown(facts, wish, index, years);
        await this.rows.setPreferences(groupId, among, wish.sessionIds);
      }
      await this.audit.record({
        action: 'group.sessions-chosen',
        objectKind: 'group',
        objectId: groupId,
        details: { slots: choices.map(({ slotId }) => slotId) },
      });
    });
    return this.see(actor, groupId);
  }

  /** Why nobody can choose now, in words; null while they can. */
  private whyClosed(
    actor: Actor,
    group: GroupEntity,
    conference: ConferenceFacts,
    facts: SessionFactsRead,
  ): string | null {
    if (facts.programme.publishedAt === null)
      return 'The programme is not published yet. You can choose as soon as it is.';
    if (group.status !== 'confirmed') return 'A group chooses its sessions once it has places.';
    if (facts.publishedAt !== null)
      return 'The sessions are published. Ask the university if your group must be somewhere else.';
    if (OVER.includes(conference.status)) return 'The conference has begun or is over.';
    const late = this.clock.now() >= conference.finalNumbersAt && !can(actor, 'conference.manage');
    return late
      ? `Sessions could be chosen until ${londonDateTime(conference.finalNumbersAt)}. Ask the university if your group must be somewhere.`
      : null;
  }
}

/** The sessions of the slot that is chosen in; refuses what cannot be chosen, and names it. */
const refuseUnknown = (
  { programme }: SessionFactsRead,
  { slotId, sessionIds }: SlotWish,
  index: number,
  years: readonly number[],
): readonly string[] => {
  const slot = programme.slots.find(({ id }) => id === slotId);
  if (slot?.grouping !== 'choose') {
    throw wrongField(`choices[${index}].slotId`, 'not-chosen', 'Choose a time that groups choose in.');
  }
  const sessions = programme.sessions.filter((session) => session.slotId === slotId);
  for (const id of sessionIds) {
    const session = sessions.find((there) => there.id === id);
    const field = `choices[${index}].sessionIds`;
    if (!session) throw wrongField(field, 'unknown-session', `Choose sessions of ‘${slot.name}’.`);
    if (!suitsYears(session, years)) {
      const words = `‘${session.title}’ is for years ${session.yearGroups.join(', ')}. Choose a session for your pupils’ years.`;
      throw wrongField(field, 'other-years', words);
    }
  }
  return sessions.map(({ id }) => id);
};
