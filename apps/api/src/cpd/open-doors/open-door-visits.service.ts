import { type Clock, newId, notFound, type Page } from '@lectern/core';
import {
  decideVisitAsk,
  decideVisitStep,
  mayReflect,
  type ReflectionSide,
  type Visit,
  VISITS_WITH_PLACE,
  type VisitParty,
  type VisitStatus,
} from '@lectern/cpd';
import type { ReflectionRequest, VisitStepRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { PlanSources } from '../planning/plan-sources';
import { mayChange, partyOf } from './open-door-host';
import type { OpenDoorLessonEntity, OpenDoorVisitEntity } from './open-door-lesson.entity';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorPost } from './open-door-post';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';
import { askRefused, clashing, notToReflectOn, stepRefused } from './open-door.errors';
import { leadsThere } from './open-door.mapper';
import { VisitViews } from './visit-views';
import { VisitorClashes } from './visitor-clashes';

interface Concerned {
  readonly visit: OpenDoorVisitEntity;
  readonly lesson: OpenDoorLessonEntity;
  readonly by: VisitParty;
}

const SIDES: Readonly<Record<VisitParty, ReflectionSide | null>> = {
  visitor: 'visitor',
  host: 'host',
  staff: null,
};

/** Visits to open-door lessons: asking, answering, what came of them and what both sides take away. */
@Injectable()
export class OpenDoorVisitsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly lessons: OpenDoorLessonsRepository,
    private readonly visits: OpenDoorVisitsRepository,
    private readonly views: VisitViews,
    private readonly clashes: VisitorClashes,
    private readonly post: OpenDoorPost,
    private readonly plan: PlanSources,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.plan.provideVisits((from, until) => this.visits.planned(from, until));
  }

  /** Asks for a place in a lesson, which is kept until its school answers. */
  async ask(actor: Actor, lessonId: string): Promise<Visit> {
    const { accountId, schoolUrn } = actor;
    if (schoolUrn === undefined) throw notFound('lesson');
    return this.database.transaction(async () => {
      const lesson = await this.lessons.lock(lessonId);
      if (!lesson || (lesson.status === 'cancelled' && lesson.schoolUrn !== schoolUrn))
        throw notFound('lesson');
      await this.visits.lockVisitor(accountId);
      const [own] = await this.visits.ofVisitorTo(accountId, [lessonId]);
      const decision = decideVisitAsk({
        isCancelled: lesson.status === 'cancelled',
        visitorPlaces: lesson.visitorPlaces,
        taken: (await this.lessons.taken([lessonId])).get(lessonId) ?? 0,
        lessonStartsAt: lesson.startsAt,
        schools: [lesson.schoolUrn, schoolUrn],
        hasAsked: own !== undefined && VISITS_WITH_PLACE.includes(own.status as VisitStatus),
        now: this.clock.now(),
      });
      if (decision.kind === 'refused') throw askRefused(decision.code);
      const clashes = await this.clashes.of(accountId, lesson);
      if (clashes.length > 0) throw clashing(clashes);
      const now = this.clock.now();
      const visit: OpenDoorVisitEntity = {
        id: newId(),
        lessonId,
        visitorId: accountId,
        schoolUrn,
        liveKey: `${lessonId}.${accountId}`,
        status: 'asked',
        reason: null,
        askedAt: now,
        updatedAt: now,
      };
      await this.visits.insert(visit);
      await this.post.asked(lesson, visit);
      await this.note('open-door-visit.asked', visit.id, { lessonId, schoolUrn });
      return this.view(actor, visit.id);
    });
  }

  /** The reader’s own visits, latest asked first. */
  async own(actor: Actor, limit: number, cursor?: string): Promise<Page<Visit>> {
    const place = placeOf(cursor, 2);
    const after = place ? { askedAt: new Date(Number(place[0])), id: String(place[1]) } : null;
    const rows = await this.visits.ofVisitor(actor.accountId, limit + 1, after);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views.of(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.askedAt.getTime(), last.id]) : null,
    };
  }

  /** Who asked to visit a lesson, first asked first; for its host and for staff. */
  async ofLesson(actor: Actor, lessonId: string): Promise<Page<Visit>> {
    const lesson = await this.lessons.find(lessonId);
    if (!lesson || !mayChange(actor, lesson)) throw notFound('lesson');
    return { items: await this.views.of(actor, await this.visits.ofLesson(lessonId)), nextCursor: null };
  }

  async see(actor: Actor, id: string): Promise<Visit> {
    await this.concerned(actor, id);
    return this.view(actor, id);
  }

  async step(actor: Actor, id: string, { action, reason }: VisitStepRequest): Promise<Visit> {
    return this.database.transaction(async () => {
      const { visit, lesson, by } = await this.locked(actor, id);
      const confirmed = (await this.visits.ofLesson(lesson.id)).filter(
        ({ status }) => status === 'confirmed',
      );
      const decision = decideVisitStep({
        status: visit.status as VisitStatus,
        action,
        by,
        visitorPlaces: lesson.visitorPlaces,
        confirmed: confirmed.length,
        lessonStartsAt: lesson.startsAt,
        now: this.clock.now(),
      });
      if (decision.kind === 'refused') throw stepRefused(decision.code);
      const why = reason?.trim() ? reason.trim() : null;
      await this.visits.update(id, {
        status: decision.status,
        liveKey: VISITS_WITH_PLACE.includes(decision.status) ? visit.liveKey : null,
        reason: why,
        updatedAt: this.clock.now(),
      });
      await this.tell({ visit, lesson, by }, decision.status, why);
      await this.note('open-door-visit.moved', id, { action, from: visit.status, to: decision.status });
      return this.view(actor, id);
    });
  }

  /** Writes, or writes anew, what the reader’s side takes away. */
  async reflect(actor: Actor, id: string, { text }: ReflectionRequest): Promise<Visit> {
    return this.database.transaction(async () => {
      const { visit, lesson, by } = await this.locked(actor, id);
      const side = SIDES[by];
      if (side === null) throw notFound('visit');
      const status = visit.status as VisitStatus;
      const now = this.clock.now();
      if (!mayReflect({ status, lessonStartsAt: lesson.startsAt, now })) throw notToReflectOn();
      await this.visits.keepReflection({
        id: newId(),
        visitId: id,
        side,
        words: text.trim(),
        writtenBy: actor.accountId,
        writtenAt: now,
      });
      await this.note('open-door-visit.reflected', id, { side });
      return this.view(actor, id);
    });
  }

  /** The visit as a calendar file, for a visitor whom the school expects. */
  async calendar(actor: Actor, id: string): Promise<string> {
    const { visit, lesson, by } = await this.concerned(actor, id);
    if (by !== 'visitor' || !leadsThere(visit.status)) throw notFound('visit');
    return this.post.calendarOf(lesson);
  }

  /** Whoever did not do it themselves is told. */
  private async tell(
    { visit, lesson, by }: Concerned,
    to: VisitStatus,
    reason: string | null,
  ): Promise<void> {
    if (to === 'confirmed') await this.post.confirmed(lesson, visit);
    if (to === 'declined') await this.post.declined(lesson, visit, reason);
    if (to !== 'cancelled') return;
    if (by !== 'host') await this.post.withdrawn(lesson, visit, reason);
    if (by !== 'visitor') await this.post.calledOff(lesson, visit, reason);
  }

  private async locked(actor: Actor, id: string): Promise<Concerned> {
    const found = await this.visits.find(id);
    const lesson = found && (await this.lessons.lock(found.lessonId));
    // Read again under the lock: what is decided on is what others have committed.
    const visit = lesson && (await this.visits.find(id));
    const by = visit && partyOf(actor, visit, lesson);
    if (!by) throw notFound('visit');
    return { visit, lesson, by };
  }

  private async concerned(actor: Actor, id: string): Promise<Concerned> {
    const visit = await this.visits.find(id);
    const lesson = visit && (await this.lessons.find(visit.lessonId));
    const by = lesson && partyOf(actor, visit, lesson);
    if (!by) throw notFound('visit');
    return { visit, lesson, by };
  }

  private async view(actor: Actor, id: string): Promise<Visit> {
    const visit = await this.visits.find(id);
    const [view] = visit ? await this.views.of(actor, [visit]) : [];
    if (!view) throw notFound('visit');
    return view;
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'open-door-visit', objectId, details });
  }
}
