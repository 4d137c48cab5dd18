import type { YearGroup } from '@lectern/conferences';
import type { FieldError } from '@lectern/core';
import type { OpenDoorLesson, OpenDoorLessonRequest } from '@lectern/cpd';
import { fromLocal, toLocal } from '../../conferences/london-local';

/** A lesson as its form holds it: one day and two times on London’s clocks. */
export interface LessonFormValue {
  readonly title: string;
  readonly topicId: string;
  readonly yearGroup: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly visitorPlaces: string;
  readonly arrival: string;
}

export const EMPTY_LESSON: LessonFormValue = {
  title: '',
  topicId: '',
  yearGroup: '',
  date: '',
  from: '',
  to: '',
  visitorPlaces: '2',
  arrival: '',
};

export const lessonFormOf = (lesson: OpenDoorLesson): LessonFormValue => {
  const [starts, ends] = [toLocal(lesson.startsAt), toLocal(lesson.endsAt)];
  return {
    title: lesson.title,
    topicId: lesson.topicId ?? '',
    yearGroup: String(lesson.yearGroup),
    date: starts.date,
    from: starts.time,
    to: ends.time,
    visitorPlaces: String(lesson.visitorPlaces),
    arrival: lesson.arrival ?? '',
  };
};

export const lessonRequestOf = (form: LessonFormValue): OpenDoorLessonRequest => ({
  title: form.title.trim(),
  topicId: form.topicId || null,
  yearGroup: Number(form.yearGroup) as YearGroup,
  startsAt: fromLocal({ date: form.date, time: form.from }) ?? '',
  endsAt: fromLocal({ date: form.date, time: form.to }) ?? '',
  visitorPlaces: Number(form.visitorPlaces),
  arrival: form.arrival.trim() || null,
});

/** What the page itself can see to be missing, before anything is sent. */
export const missingInLesson = (form: LessonFormValue): readonly FieldError[] => {
  const asked: readonly (readonly [field: string, isThere: boolean, message: string])[] = [
    ['title', form.title.trim() !== '', 'Enter what the lesson is about.'],
    ['yearGroup', form.yearGroup !== '', 'Choose a year group.'],
    ['date', form.date !== '', 'Enter the day of the lesson.'],
    ['startsAt', form.from !== '', 'Enter when the lesson starts.'],
    ['endsAt', form.to !== '', 'Enter when the lesson ends.'],
    ['endsAt', form.to === '' || form.to > form.from, 'The lesson must end after it starts.'],
  ];
  return asked
    .filter(([, isThere]) => !isThere)
    .map(([field, , message]) => ({ field, code: 'missing', message }));
};
