import {
  type Clock,
  type FieldError,
  londonDay,
  newId,
  notFound,
  type Page,
  validationFailed,
} from '@lectern/core';
import type { OpenDoorLesson } from '@lectern/cpd';
import type {
  OpenDoorCancellation,
  OpenDoorLessonChange,
  OpenDoorLessonRequest,
} from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { TopicsService } from '../planning/topics.service';
import { isStaff, mayChange } from './open-door-host';
import type { OpenDoorLessonEntity, OpenDoorVisitEntity } from './open-door-lesson.entity';
import { type LessonListing, OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorNames } from './open-door-names';
import { OpenDoorPost } from './open-door-post';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';
import { lessonBegun, lessonCalledOff, placesTaken } from './open-door.errors';
import { leadsThere, lessonView } from './open-door.mapper';

/** Whose lessons a list is of: those that may be visited, or those of the reader’s own school. */
export const LESSONS_OF = ['partners', 'own'] as const;

export interface LessonQuestions extends Pick<LessonListing, 'topicId' | 'town' | 'from' | 'to'> {
  readonly of: (typeof LESSONS_OF)[number];
}

type LessonColumns = Pick<
  OpenDoorLessonEntity,
  'title' | 'topicId' | 'yearGroup' | 'startsAt' | 'endsAt' | 'visitorPlaces' | 'arrival'
>;

const arrivalOf = (typed: string | null | undefined): string | null => {
  const words = typed?.trim() ?? '';
  return words === '' ? null : words;
};

/** Lessons that schools open to partner teachers: offering, changing and calling them off, and who reads what of them. */
@Injectable()
export class OpenDoorLessonsService {
  constructor(
    private readonly database: Database,
    private readonly lessons: OpenDoorLessonsRepository,
    private readonly visits: OpenDoorVisitsRepository,
    private readonly topics: TopicsService,
    private readonly names: OpenDoorNames,
    private readonly post: OpenDoorPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async offer(actor: Actor, request: OpenDoorLessonRequest): Promise<OpenDoorLesson> {
    const { schoolUrn } = actor;
    if (schoolUrn === undefined) throw notFound('school');
    return this.database.transaction(async () => {
      const columns: LessonColumns = {
        title: request.title.trim(),
        topicId: request.topicId ?? null,
        yearGroup: request.yearGroup,
        startsAt: new Date(request.startsAt),
        endsAt: new Date(request.endsAt),
        visitorPlaces: request.visitorPlaces,
        arrival: arrivalOf(request.arrival),
      };
      await this.check(columns, null);
      const now = this.clock.now();
      const lesson: OpenDoorLessonEntity = {
        id: newId(),
        schoolUrn,
        hostId: actor.accountId,
        ...columns,
        status: 'offered',
        cancellationReason: null,
        calendarSequence: 0,
        remindedAt: null,
        createdAt: now,
        updatedAt: now,
      };
      await this.lessons.insert(lesson);
      await this.note('open-door.offered', lesson.id, { schoolUrn, places: lesson.visitorPlaces });
      return this.view(actor, lesson.id);
    });
  }

  async list(
    actor: Actor,
    { of, ...asked }: LessonQuestions,
    limit: number,
    cursor?: string,
  ): Promise<Page<OpenDoorLesson>> {
    const { schoolUrn } = actor;
    if (of === 'own' && schoolUrn === undefined) return { items: [], nextCursor: null };
    const place = placeOf(cursor, 2);
    const after = place ? { startsAt: new Date(Number(place[0])), id: String(place[1]) } : null;
    const rows = await this.lessons.list({
      ...asked,
      ...(of === 'own' ? { of: schoolUrn } : { notOf: schoolUrn, from: asked.from ?? this.clock.now() }),
      limit: limit + 1,
      after,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.startsAt.getTime(), last.id]) : null,
    };
  }

  /** A lesson; one that was called off is there for its school, for staff and for whoever asked to visit it. */
  async see(actor: Actor, id: string): Promise<OpenDoorLesson> {
    const view = await this.view(actor, id);
    const concerns = view.mayChange || view.visit !== null || view.school.urn === actor.schoolUrn;
    if (view.status === 'cancelled' && !concerns) throw notFound('lesson');
    return view;
  }

  async change(actor: Actor, id: string, change: Partial<OpenDoorLessonChange>): Promise<OpenDoorLesson> {
    return this.database.transaction(async () => {
      const lesson = await this.lockChangeable(actor, id);
      const columns: LessonColumns = {
        title: change.title?.trim() ?? lesson.title,
        topicId: change.topicId === undefined ? lesson.topicId : change.topicId,
        yearGroup: change.yearGroup ?? lesson.yearGroup,
        startsAt: change.startsAt ? new Date(change.startsAt) : lesson.startsAt,
        endsAt: change.endsAt ? new Date(change.endsAt) : lesson.endsAt,
        visitorPlaces: change.visitorPlaces ?? lesson.visitorPlaces,
        arrival: change.arrival === undefined ? lesson.arrival : arrivalOf(change.arrival),
      };
      await this.check(columns, lesson);
      const live = await this.liveVisits(id);
      if (live.length > columns.visitorPlaces) throw placesTaken(live.length);
      const hasMoved =
        columns.startsAt.getTime() !== lesson.startsAt.getTime() ||
        columns.endsAt.getTime() !== lesson.endsAt.getTime();
      const after: OpenDoorLessonEntity = {
        ...lesson,
        ...columns,
        updatedAt: this.clock.now(),
        // A lesson that has moved is reminded of anew.
        remindedAt: hasMoved ? null : lesson.remindedAt,
      };
      await this.lessons.update(id, { ...columns, updatedAt: after.updatedAt, remindedAt: after.remindedAt });
      if (hasMoved || columns.title !== lesson.title || columns.arrival !== lesson.arrival) {
        await this.post.changed(after, lesson, live);
      }
      await this.note('open-door.changed', id, { hasMoved, places: columns.visitorPlaces });
      return this.view(actor, id);
    });
  }

  /** Calls the lesson off, and every visit to it; whoever asked to come is told why. */
  async cancel(actor: Actor, id: string, { reason }: OpenDoorCancellation): Promise<OpenDoorLesson> {
    return this.database.transaction(async () => {
      const lesson = await this.lockChangeable(actor, id);
      const live = await this.liveVisits(id);
      const [now, why] = [this.clock.now(), reason.trim()];
      await this.lessons.update(id, { status: 'cancelled', cancellationReason: why, updatedAt: now });
      for (const visit of live) {
        await this.visits.update(visit.id, {
          status: 'cancelled',
          liveKey: null,
          reason: why,
          updatedAt: now,
        });
        await this.post.calledOff({ ...lesson, status: 'cancelled' }, visit, why);
      }
      await this.note('open-door.cancelled', id, { visits: live.length });
      return this.view(actor, id);
    });
  }

  private async liveVisits(lessonId: string): Promise<OpenDoorVisitEntity[]> {
    return (await this.visits.ofLesson(lessonId)).filter(({ liveKey }) => liveKey !== null);
  }

  private async lockChangeable(actor: Actor, id: string): Promise<OpenDoorLessonEntity> {
    const lesson = await this.lessons.lock(id);
    if (!lesson || !mayChange(actor, lesson)) throw notFound('lesson');
    if (lesson.status === 'cancelled') throw lessonCalledOff();
    if (lesson.startsAt <= this.clock.now()) throw lessonBegun();
    return lesson;
  }

  /** Refuses a lesson that could not be visited; what a change leaves alone is not asked about again. */
  private async check(columns: LessonColumns, before: LessonColumns | null): Promise<void> {
    const { topicId, startsAt, endsAt } = columns;
    const topic =
      topicId === null || topicId === before?.topicId ? undefined : await this.topics.find(topicId);
    const errors: FieldError[] = [
      ...(topic === null || topic?.active === false
        ? [
            {
              field: 'topicId',
              code: 'unknown',
              message: 'Choose a topic of the catalogue, or leave it out.',
            },
          ]
        : []),
      ...(startsAt > this.clock.now()
        ? []
        : [{ field: 'startsAt', code: 'past', message: 'The lesson must be still to come.' }]),
      ...(endsAt > startsAt
        ? []
        : [{ field: 'endsAt', code: 'before-start', message: 'The lesson must end after it starts.' }]),
      ...(endsAt <= startsAt || londonDay(startsAt) === londonDay(endsAt)
        ? []
        : [{ field: 'endsAt', code: 'another-day', message: 'The lesson must end on the day it starts.' }]),
    ];
    if (errors.length > 0) throw validationFailed(errors);
  }

  private async view(actor: Actor, id: string): Promise<OpenDoorLesson> {
    const lesson = await this.lessons.find(id);
    const [view] = lesson ? await this.views(actor, [lesson]) : [];
    if (!view) throw notFound('lesson');
    return view;
  }

  private async views(actor: Actor, rows: readonly OpenDoorLessonEntity[]): Promise<OpenDoorLesson[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [taken, own, names] = await Promise.all([
      this.lessons.taken(ids),
      this.visits.ofVisitorTo(actor.accountId, ids),
      this.names.ofLessons(rows),
    ]);
    return rows.map((lesson) => {
      const visit = own.find(({ lessonId }) => lessonId === lesson.id);
      const isOfSchool = isStaff(actor) || lesson.schoolUrn === actor.schoolUrn;
      return lessonView(lesson, names(lesson), taken.get(lesson.id) ?? 0, {
        mayChange: mayChange(actor, lesson),
        mayArrive: isOfSchool || (visit !== undefined && leadsThere(visit.status)),
        visit,
      });
    });
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'open-door-lesson', objectId, details });
  }
}
