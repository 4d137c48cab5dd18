import type { Clock } from '@lectern/core';
import {
  mayReflect,
  type ReflectionSide,
  type Visit,
  visitActionsFor,
  type VisitParty,
  type VisitStatus,
} from '@lectern/cpd';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/tokens';
import { partyOf } from './open-door-host';
import type {
  OpenDoorLessonEntity,
  OpenDoorReflectionEntity,
  OpenDoorVisitEntity,
} from './open-door-lesson.entity';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorNames } from './open-door-names';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';
import { leadsThere, type LessonNames, reflectionView, visitedLessonView } from './open-door.mapper';

interface Shown {
  readonly visit: OpenDoorVisitEntity;
  readonly lesson: OpenDoorLessonEntity;
  readonly by: VisitParty;
  readonly names: LessonNames;
  readonly visitorName: string;
  readonly visitorSchool: string;
  readonly reflections: readonly OpenDoorReflectionEntity[];
}

/** Visits as one reader sees them; those that do not concern the reader are left out. */
@Injectable()
export class VisitViews {
  constructor(
    private readonly lessons: OpenDoorLessonsRepository,
    private readonly visits: OpenDoorVisitsRepository,
    private readonly names: OpenDoorNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, rows: readonly OpenDoorVisitEntity[]): Promise<Visit[]> {
    if (rows.length === 0) return [];
    const lessons = await this.lessons.findAll([...new Set(rows.map(({ lessonId }) => lessonId))]);
    const reflections = await this.visits.reflections(rows.map(({ id }) => id));
    const names = await this.names.ofLessons(lessons);
    const person = await this.names.ofPeople(rows.map(({ visitorId }) => visitorId));
    const school = await this.names.ofSchools(rows.map(({ schoolUrn }) => schoolUrn));
    return rows.flatMap((visit) => {
      const lesson = lessons.find(({ id }) => id === visit.lessonId);
      const by = lesson && partyOf(actor, visit, lesson);
      if (!lesson || !by) return [];
      const shown: Shown = {
        visit,
        lesson,
        by,
        names: names(lesson),
        visitorName: person(visit.visitorId),
        visitorSchool: school(visit.schoolUrn).name,
        reflections: reflections.filter(({ visitId }) => visitId === visit.id),
      };
      return [this.view(shown)];
    });
  }

  private view({ visit, lesson, by, names, visitorName, visitorSchool, reflections }: Shown): Visit {
    const facts = {
      status: visit.status as VisitStatus,
      lessonStartsAt: lesson.startsAt,
      now: this.clock.now(),
    };
    const isSide = by !== 'staff';
    return {
      id: visit.id,
      lessonId: lesson.id,
      lesson: visitedLessonView(lesson, names, by !== 'visitor' || leadsThere(visit.status)),
      visitor: { name: visitorName, schoolUrn: visit.schoolUrn, schoolName: visitorSchool },
      status: facts.status,
      askedAt: visit.askedAt.toISOString(),
      reason: visit.reason,
      // What two teachers tell each other is theirs; staff learn that they did.
      reflections: isSide ? reflections.map(reflectionView) : [],
      reflected: reflections.map(({ side }) => side as ReflectionSide),
      side: isSide ? by : null,
      actions: lesson.status === 'cancelled' ? [] : visitActionsFor(by, facts),
      mayReflect: isSide && mayReflect(facts),
    };
  }
}
