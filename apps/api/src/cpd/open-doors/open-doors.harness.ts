import type { OpenDoorLesson, Visit } from '@lectern/cpd';
import type { OpenDoorLessonRequest } from '@lectern/cpd/requests';
import type { Caller } from '../../app.harness';

/** A lesson of the teacher’s, with a visit that the other teacher asks for. */
export interface TestOpenDoors {
  readonly lesson: OpenDoorLesson;
  readonly visit: Visit;
}

/** A usual lesson: two visitors, a morning in March; the test clock stands in January. */
export const aLesson = (change: Partial<OpenDoorLessonRequest> = {}): OpenDoorLessonRequest => ({
  title: 'Completing the square with algebra tiles',
  yearGroup: 10,
  startsAt: '2027-03-10T10:00:00.000Z',
  endsAt: '2027-03-10T11:00:00.000Z',
  visitorPlaces: 2,
  arrival: 'Report to reception and ask for Amara Obi.',
  ...change,
});

export const offered = async (
  host: Caller,
  change: Partial<OpenDoorLessonRequest> = {},
): Promise<OpenDoorLesson> =>
  (await host.post<OpenDoorLesson>('/cpd/open-door-lessons', aLesson(change))).body;

export const asked = async (visitor: Caller, lesson: Pick<OpenDoorLesson, 'id'>): Promise<Visit> =>
  (await visitor.post<Visit>(`/cpd/open-door-lessons/${lesson.id}/visits`)).body;

export const openDoorsOf = async (
  callers: Readonly<Record<'teacher' | 'other teacher', Caller>>,
): Promise<TestOpenDoors> => {
  const lesson = await offered(callers.teacher);
  return { lesson, visit: await asked(callers['other teacher'], lesson) };
};
