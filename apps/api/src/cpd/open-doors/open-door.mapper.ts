import type { YearGroup } from '@lectern/conferences';
import type {
  OpenDoorLesson,
  OpenDoorStatus,
  Reflection,
  ReflectionSide,
  VisitedLesson,
  VisitStatus,
} from '@lectern/cpd';
import type {
  OpenDoorLessonEntity,
  OpenDoorReflectionEntity,
  OpenDoorVisitEntity,
} from './open-door-lesson.entity';

/** The names that go with a lesson. */
export interface LessonNames {
  readonly host: string;
  readonly school: { readonly name: string; readonly town: string };
}

/** How one reader stands to a lesson. */
export interface LessonReader {
  readonly mayChange: boolean;
  /** Whether they may read where visitors report. */
  readonly mayArrive: boolean;
  readonly visit: OpenDoorVisitEntity | undefined;
}

export const lessonView = (
  lesson: OpenDoorLessonEntity,
  { host, school }: LessonNames,
  taken: number,
  { mayChange, mayArrive, visit }: LessonReader,
): OpenDoorLesson => ({
  id: lesson.id,
  school: { urn: lesson.schoolUrn, name: school.name, town: school.town },
  hostName: host,
  topicId: lesson.topicId,
  title: lesson.title,
  yearGroup: lesson.yearGroup as YearGroup,
  startsAt: lesson.startsAt.toISOString(),
  endsAt: lesson.endsAt.toISOString(),
  visitorPlaces: lesson.visitorPlaces,
  placesLeft: lesson.status === 'offered' ? Math.max(0, lesson.visitorPlaces - taken) : 0,
  arrival: mayArrive ? lesson.arrival : null,
  status: lesson.status as OpenDoorStatus,
  cancellationReason: lesson.cancellationReason,
  mayChange,
  visit: visit ? { id: visit.id, status: visit.status as VisitStatus } : null,
});

/** Whether a visit of this status leads somebody to the school’s door. */
export const leadsThere = (status: string): boolean => ['confirmed', 'visited', 'missed'].includes(status);

export const visitedLessonView = (
  lesson: OpenDoorLessonEntity,
  { host, school }: LessonNames,
  mayArrive: boolean,
): VisitedLesson => ({
  title: lesson.title,
  startsAt: lesson.startsAt.toISOString(),
  endsAt: lesson.endsAt.toISOString(),
  schoolName: school.name,
  town: school.town,
  hostName: host,
  arrival: mayArrive ? lesson.arrival : null,
});

export const reflectionView = (row: OpenDoorReflectionEntity): Reflection => ({
  id: row.id,
  side: row.side as ReflectionSide,
  of: { kind: 'visit', visitId: row.visitId },
  text: row.words,
  writtenAt: row.writtenAt.toISOString(),
});
