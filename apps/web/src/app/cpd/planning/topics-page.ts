import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { academicYearOf, count, figure } from '@lectern/core';
import { type Topic, VOTES_MAX } from '@lectern/cpd';
import { EmptyState, ErrorSummary, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { CpdTabs } from '../cpd-tabs';
import { PlanningApi } from './planning-api';
import { TopicFinder } from './topic-finder';
import { EVERY_TOPIC, topicRows, type TopicQuestion } from './topic-list.rules';

/** The catalogue for everybody; teachers mark here which topics they find hardest to teach. */
@Component({
  selector: 'app-topics-page',
  imports: [CpdTabs, EmptyState, ErrorSummary, Fetched, Icon, MatButton, PageHeader, StatusMark, TopicFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './topics-page.html',
  styleUrl: './topic-list.scss',
})
export class TopicsPage {
  private readonly api = inject(PlanningApi);
  private readonly session = inject(SessionStore);
  protected readonly year = academicYearOf(new Date());
  protected readonly most = VOTES_MAX;
  protected readonly sending = new Sending();
  protected readonly mayMark = computed(() => this.session.may('topic.vote'));
  protected readonly seesDemand = computed(() => this.session.may('topic.demand'));
  protected readonly question = signal<TopicQuestion>(EVERY_TOPIC);
  protected readonly shows = computed(() => [
    ...(this.seesDemand() ? [{ show: 'all', words: 'All topics' } as const] : []),
    ...(this.mayMark() ? [{ show: 'marked', words: 'Those that I marked' } as const] : []),
    ...(this.seesDemand() ? [{ show: 'unmet', words: 'Wanted and not planned' } as const] : []),
  ]);
  protected readonly topics = resource({ loader: () => this.api.topics() });
  protected readonly demand = resource({
    params: () => (this.seesDemand() ? this.year : undefined),
    loader: ({ params: year }) => this.api.demand(year),
  });
  private readonly all = computed(() => (this.topics.hasValue() ? this.topics.value() : []));
  protected readonly rows = computed(() =>
    topicRows(this.all(), this.demand.hasValue() ? this.demand.value() : [], this.question()),
  );
  protected readonly marked = computed(() => this.all().filter(({ isMarked }) => isMarked).length);
  protected readonly markedWords = computed(() => `You have marked ${this.marked()} of ${VOTES_MAX} topics.`);
  protected readonly leftWords = computed(() => {
    const left = VOTES_MAX - this.marked();
    return left === 0
      ? 'To mark another, take one back first.'
      : `You can mark ${count(left, this.marked() === 0 ? 'topic' : 'more', this.marked() === 0 ? 'topics' : 'more')}.`;
  });
  protected readonly news = computed(() => figure(this.rows().length, 'topic'));

  /** Marks a topic, or takes the mark back; what others marked meanwhile comes with it. */
  protected async toggle({ id, isMarked }: Topic): Promise<void> {
    const done = await this.sending.send(async () => {
      await (isMarked ? this.api.unmark(id) : this.api.mark(id));
      return true;
    });
    if (!done) return;
    // The row stays where it is, so that the focus does.
    this.topics.update((topics) =>
      topics?.map((topic) => (topic.id === id ? { ...topic, isMarked: !isMarked } : topic)),
    );
    this.demand.reload();
  }
}
