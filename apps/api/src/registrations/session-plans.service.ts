import { createHash } from 'node:crypto';
import { type Clock, newId, notFound } from '@lectern/core';
import {
  allocateSessions,
  type GroupAllocation,
  type PlannedGroup,
  type PlannedSlot,
  type SessionBoard,
  type SessionPlan,
} from '@lectern/registrations';
import type { SessionPlanPublication, SessionPlanRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { conferenceOver, planStale, programmeNotPublished } from './group-sessions.errors';
import { boardView, timetableOf } from './group-sessions.mapper';
import { GroupSessionsRepository } from './group-sessions.repository';
import { peopleIn, SessionFactsReader, type SessionFactsRead } from './session-facts';
import { SessionNews } from './session-news';

const OVER = ['completed', 'archived', 'cancelled'];
const REASON_LENGTH = 500;

/** Works out which group goes to which session: a dry run that keeps nothing, then the same again, kept and told. */
@Injectable()
export class SessionPlansService {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly reader: SessionFactsReader,
    private readonly rows: GroupSessionsRepository,
    private readonly news: SessionNews,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async workOut(conferenceId: string, { seed }: SessionPlanRequest): Promise<SessionPlan> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    return planOf(await this.reader.read(conference.id), seed ?? conference.id);
  }

  /** Keeps what the dry run with this digest showed; when anything changed since, nothing is kept. */
  async publish(conferenceId: string, { seed, digest }: SessionPlanPublication): Promise<SessionBoard> {
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      if (OVER.includes(conference.status)) throw conferenceOver();
      const before = await this.reader.read(conferenceId, true);
      if (before.programme.publishedAt === null) throw programmeNotPublished();
      const plan = planOf(before, seed);
      if (plan.digest !== digest) throw planStale();
      await this.keep(conferenceId, plan);
      const after = await this.reader.read(conferenceId, true);
      for (const group of after.groups) {
        const isFirst = before.publishedAt === null;
        const day = (facts: SessionFactsRead): string => JSON.stringify(timetableOf(facts, group));
        if (isFirst || day(before) !== day(after)) await this.news.tell(conference, after, group.id, isFirst);
      }
      await this.audit.record({
        action: 'sessions.published',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { seed, digest, ...plan.counts },
      });
    });
    return boardView(await this.reader.read(conferenceId));
  }

  private async keep(conferenceId: string, plan: SessionPlan): Promise<void> {
    const now = this.clock.now();
    await this.rows.removeWorkedOut(conferenceId);
    for (const { groupId, parts, reason } of plan.slots.flatMap(({ groups }) => groups)) {
      for (const { sessionId, pupils, adults } of parts) {
        await this.rows.insert({
          id: newId(),
          conferenceId,
          groupId,
          sessionId,
          pupils,
          adults,
          made: 'worked-out',
          reason: reason.slice(0, REASON_LENGTH),
          createdAt: now,
        });
      }
    }
    await this.rows.publish({ conferenceId, seed: plan.seed, publishedAt: now });
  }
}

const planOf = (facts: SessionFactsRead, seed: string): SessionPlan => {
  const byHand = facts.placements.filter(({ made }) => made === 'by-hand');
  const open = facts.programme.slots.filter(({ grouping }) => grouping !== 'together');
  const allocations = allocateSessions({
    seed,
    slots: open.map((slot) => ({
      ...slot,
      sessions: [...facts.sessions.values()].flatMap(({ session, room }) => {
        if (session.slotId !== slot.id || !room) return [];
        const taken = peopleIn(byHand.filter(({ sessionId }) => sessionId === session.id));
        return [{ ...session, seats: room.capacity - taken }];
      }),
    })),
    groups: facts.groups.map((group) => ({
      ...group,
      wishes: facts.preferences
        .filter(({ groupId, sessionId }) => groupId === group.id && isChosenIn(facts, sessionId))
        .map(({ sessionId }) => sessionId),
      has: byHand
        .filter(({ groupId }) => groupId === group.id)
        .flatMap(({ sessionId, pupils, adults }) => {
          const at = facts.sessions.get(sessionId);
          return at ? [{ ...at.slot, title: at.session.title, pupils, adults }] : [];
        }),
    })),
  });
  const schoolOf = new Map(facts.groups.map(({ id, school }) => [id, school]));
  const planned = (allocation: GroupAllocation): PlannedGroup => ({
    ...allocation,
    school: schoolOf.get(allocation.groupId) ?? '',
  });
  const slots: PlannedSlot[] = open.map(({ id, name, startsAt, endsAt }) => ({
    slotId: id,
    name,
    startsAt,
    endsAt,
    groups: (allocations.find(({ slotId }) => slotId === id)?.groups ?? [])
      .map(planned)
      .sort((a, b) => a.school.localeCompare(b.school, 'en-GB') || (a.groupId < b.groupId ? -1 : 1)),
  }));
  const kept = { seed, slots, byHand: byHand.map(({ id }) => id) };
  const digest = createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  return { seed, digest, slots, counts: countsOf(slots.flatMap(({ groups }) => groups)) };
};

const isChosenIn = (facts: SessionFactsRead, sessionId: string): boolean =>
  facts.sessions.get(sessionId)?.slot.grouping === 'choose';

const countsOf = (groups: readonly PlannedGroup[]): SessionPlan['counts'] => ({
  firstChoice: groups.filter(({ choice }) => choice === 1).length,
  otherChoice: groups.filter(({ choice }) => choice !== null && choice > 1).length,
  withoutChoice: groups.filter(({ choice }) => choice === null).length,
  split: groups.filter(({ parts }) => parts.length > 1).length,
  pupilsWithout: groups.reduce((sum, { pupilsWithout }) => sum + pupilsWithout, 0),
});
