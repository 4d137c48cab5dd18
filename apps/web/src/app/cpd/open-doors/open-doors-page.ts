import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { addDays, figure, londonDay, startOfDay } from '@lectern/core';
import type { OpenDoorLesson, Visit } from '@lectern/cpd';
import { EmptyState, PageHeader, ErrorSummary } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { PageByPage } from '../../platform/page-by-page';
import { CpdTabs } from '../cpd-tabs';
import { LessonList, lineOfLesson, lineOfVisit } from './lesson-list';
import {
  EVERY_LESSON,
  type LessonQuestion,
  narrowLessons,
  topicsOfLessons,
  townsOf,
} from './open-door-words.rules';
import { OpenDoorsApi } from './open-doors-api';
import { TopicSelect } from '../topic-select';

/** How far back a school’s own lessons are listed. */
const DAYS_BACK = 365;

const byStart = (a: { readonly startsAt: string }, b: { readonly startsAt: string }): number =>
  a.startsAt.localeCompare(b.startsAt);

/** Lessons to visit, a teacher’s own visits, and the lessons that their school opens. */
@Component({
  selector: 'app-open-doors-page',
  imports: [
    ErrorSummary,
    TopicSelect,
    CpdTabs,
    EmptyState,
    Fetched,
    LessonList,
    MatButton,
    PageHeader,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './open-doors-page.html',
})
export class OpenDoorsPage {
  private readonly api = inject(OpenDoorsApi);
  private readonly session = inject(SessionStore);
  private readonly now = new Date();
  protected readonly mayOffer = computed(() => this.session.may('open-door.offer'));
  protected readonly mayVisit = computed(() => this.session.may('open-door.visit'));
  protected readonly question = signal<LessonQuestion>(EVERY_LESSON);
  protected readonly lessons = new PageByPage(
    () => '',
    (_, cursor) => this.api.toCome(cursor),
  );
  private readonly known = resource({ loader: () => this.api.topics() });
  private readonly allTopics = computed(() => (this.known.hasValue() ? this.known.value() : []));
  protected readonly own = resource({
    params: () => ({ visits: this.mayVisit(), lessons: this.mayOffer() }),
    loader: async ({ params }) => {
      const since = startOfDay(addDays(londonDay(this.now), -DAYS_BACK)).toISOString();
      const [visits, lessons] = await Promise.all([
        params.visits ? this.api.ownVisits() : { items: [] as readonly Visit[] },
        params.lessons ? this.api.ofOwnSchool(since) : { items: [] as readonly OpenDoorLesson[] },
      ]);
      return { visits: visits.items, lessons: lessons.items };
    },
  });
  protected readonly topics = computed(() => topicsOfLessons(this.lessons.items(), this.allTopics()));
  protected readonly towns = computed(() => townsOf(this.lessons.items()));
  protected readonly shown = computed(() =>
    narrowLessons(this.lessons.items(), this.question()).map((lesson) => this.line(lesson)),
  );
  protected readonly news = computed(() => figure(this.shown().length, 'lesson'));
  protected readonly visits = computed(() => {
    const visits = this.own.hasValue() ? this.own.value().visits : [];
    const isToCome = ({ lesson, status, mayReflect, reflected }: Visit): boolean =>
      ((status === 'asked' || status === 'confirmed') && Date.parse(lesson.endsAt) > this.now.getTime()) ||
      (mayReflect && !reflected.includes('visitor'));
    const sorted = [...visits].sort((a, b) => byStart(a.lesson, b.lesson));
    return {
      now: sorted.filter(isToCome).map(lineOfVisit),
      past: sorted
        .filter((visit) => !isToCome(visit))
        .reverse()
        .map(lineOfVisit),
    };
  });
  protected readonly ofSchool = computed(() => {
    const lessons = this.own.hasValue() ? this.own.value().lessons : [];
    const isToCome = ({ startsAt, status }: OpenDoorLesson): boolean =>
      status === 'offered' && Date.parse(startsAt) > this.now.getTime();
    const sorted = [...lessons].sort(byStart);
    return {
      now: sorted.filter(isToCome).map((lesson) => this.line(lesson)),
      past: sorted
        .filter((lesson) => !isToCome(lesson))
        .reverse()
        .map((lesson) => this.line(lesson)),
    };
  });

  protected narrow(change: Partial<LessonQuestion>): void {
    this.question.update((question) => ({ ...question, ...change }));
  }

  private line(lesson: OpenDoorLesson) {
    return lineOfLesson(lesson, this.allTopics().find(({ id }) => id === lesson.topicId)?.title, this.now);
  }
}
