import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type OpenDoorLesson, sessionWhen, type Visit } from '@lectern/cpd';
import { ErrorSummary, Icon, PageHeader } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { lessonMark, visitorNext } from './open-door-words.rules';
import { OpenDoorsApi, visitCalendarAddress } from './open-doors-api';
import { AskWhy } from '../../platform/ask-why';
import { VisitCard } from './visit-card';

const OVER: readonly Visit['status'][] = ['declined', 'cancelled'];

/** One open-door lesson: for a visitor the way in, for its school and staff who comes. */
@Component({
  selector: 'app-lesson-page',
  imports: [ErrorSummary, Fetched, Icon, MatButton, PageHeader, RouterLink, VisitCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lesson-page.html',
  styles: `
    .visits > li {
      padding-block: 1.25rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class LessonPage {
  /** From the address. */
  readonly id = input.required<string>();
  private readonly api = inject(OpenDoorsApi);
  private readonly session = inject(SessionStore);
  private readonly why = inject(AskWhy);
  private readonly now = new Date();
  protected readonly news = signal(inject(SaidOnce).take());
  protected readonly asking = new Sending();
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const lesson = await this.api.see(params);
      const [topics, visits, own] = await Promise.all([
        this.api.topics(),
        lesson.mayChange ? this.api.visitsTo(params).then(({ items }) => items) : null,
        lesson.visit ? this.api.visit(lesson.visit.id) : null,
      ]);
      const topic = topics.find(({ id }) => id === lesson.topicId)?.title ?? null;
      return { lesson, topic, visits, own };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { lesson, topic, visits, own } = this.fetched.value();
    const isToCome = lesson.status === 'offered' && Date.parse(lesson.startsAt) > this.now.getTime();
    const isFree = own === null || OVER.includes(own.status);
    const isOwnSchool = lesson.school.urn === this.session.account()?.schoolUrn;
    const couldCome = isToCome && isFree && !isOwnSchool && this.session.may('open-door.visit');
    return {
      lesson,
      topic,
      visits,
      own,
      next: own && visitorNext(own),
      calendar: own?.status === 'confirmed' && isToCome ? visitCalendarAddress(own) : null,
      when: sessionWhen(lesson),
      mark: lessonMark(lesson, this.now),
      isToCome,
      mayAsk: couldCome && lesson.placesLeft > 0,
      isFull: couldCome && lesson.placesLeft === 0,
    };
  });

  protected async ask(lesson: OpenDoorLesson): Promise<void> {
    const visit = await this.asking.send(() => this.api.ask(lesson.id));
    if (visit) this.say(`${lesson.hostName} is asked. We write to you when they have decided.`);
  }

  protected async cancel(lesson: OpenDoorLesson): Promise<void> {
    const cancelled = await this.why.ask({
      heading: `Call off visits to ‘${lesson.title}’?`,
      words: 'Everybody who asked to come is told why, by e-mail. It cannot be undone.',
      reason: {
        label: 'Why can it not be visited?',
        hint: 'Those who asked to come read this.',
        needed: 'Say why the lesson cannot be visited.',
      },
      yes: 'Call it off',
      doing: 'Calling it off…',
      no: 'Keep it open',
      send: (reason) => this.api.cancel(lesson.id, reason),
    });
    if (cancelled) this.say('The lesson is called off, and whoever asked to come is told.');
  }

  protected say(words: string): void {
    this.news.set(words);
    this.fetched.reload();
  }
}
