import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OpenDoorLesson, sessionWhen, type Visit } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { lessonMark, type Mark, visitMark } from './open-door-words.rules';

/** A lesson as a line of a list, however it came there. */
export interface LessonLine {
  readonly id: string;
  readonly lessonId: string;
  readonly title: string;
  readonly when: string;
  readonly where: string;
  readonly about: string;
  readonly marks: readonly Mark[];
}

/** A lesson that one may visit, with the reader’s own visit to it, if there is one. */
export const lineOfLesson = (lesson: OpenDoorLesson, topic: string | undefined, now: Date): LessonLine => ({
  id: lesson.id,
  lessonId: lesson.id,
  title: lesson.title,
  when: sessionWhen(lesson),
  where: [lesson.school.name, lesson.school.town].filter(Boolean).join(', '),
  about: [`Year ${lesson.yearGroup}`, topic, lesson.hostName].filter(Boolean).join(' · '),
  marks: [lessonMark(lesson, now), ...(lesson.visit ? [visitMark(lesson.visit.status)] : [])],
});

export const lineOfVisit = ({ id, lessonId, lesson, status, mayReflect, reflected }: Visit): LessonLine => ({
  id,
  lessonId,
  title: lesson.title,
  when: sessionWhen(lesson),
  where: [lesson.schoolName, lesson.town].filter(Boolean).join(', '),
  about: lesson.hostName,
  marks: [
    visitMark(status),
    ...(mayReflect && !reflected.includes('visitor')
      ? [{ tone: 'needs', words: 'Write a reflection' } as const]
      : []),
  ],
});

/** Lessons, one a line; the title leads to the lesson. */
@Component({
  selector: 'app-lesson-list',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="plain-list marked-lines">
      @for (line of lines(); track line.id) {
        <li>
          <div>
            <p class="title">
              <a [routerLink]="['/open-doors', line.lessonId]">{{ line.title }}</a>
            </p>
            <p>{{ line.when }}</p>
            <p>{{ line.where }}</p>
            <p class="soft">{{ line.about }}</p>
          </div>
          <p class="marks">
            @for (mark of line.marks; track mark.words) {
              <lectern-status-mark [tone]="mark.tone" [words]="mark.words" />
            }
          </p>
        </li>
      }
    </ul>
  `,
})
export class LessonList {
  readonly lines = input.required<readonly LessonLine[]>();
}
