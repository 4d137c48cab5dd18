import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { academicYearAfter, academicYearOf, figure } from '@lectern/core';
import type { Topic } from '@lectern/cpd';
import { EmptyState, Icon, StatusMark } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { PlanningApi } from './planning-api';
import { TopicDialog } from './topic-dialog';
import { TopicFinder } from './topic-finder';
import { EVERY_TOPIC, topicRows, type TopicQuestion } from './topic-list.rules';

/** The catalogue for those who edit it, with how much each topic is wanted beside what is planned on it. */
@Component({
  selector: 'app-topics-tab',
  imports: [EmptyState, Fetched, Icon, MatButton, RouterLink, StatusMark, TopicFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './topics-tab.html',
  styleUrl: './topic-list.scss',
})
export class TopicsTab {
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject(MatDialog);
  private readonly thisYear = academicYearOf(new Date());
  protected readonly years = [1, 0, -1].map((years) => academicYearAfter(this.thisYear, years));
  protected readonly year = signal(this.thisYear);
  protected readonly question = signal<TopicQuestion>({ ...EVERY_TOPIC, show: 'catalogue', order: 'demand' });
  protected readonly shows = [
    { show: 'catalogue', words: 'In the catalogue' },
    { show: 'unmet', words: 'Wanted and not planned' },
    { show: 'inactive', words: 'Taken out' },
    { show: 'all', words: 'Everything' },
  ] as const;
  protected readonly topics = resource({ loader: () => this.api.topics() });
  protected readonly demand = resource({
    params: () => this.year(),
    loader: ({ params: year }) => this.api.demand(year),
  });
  protected readonly rows = computed(() =>
    this.topics.hasValue() && this.demand.hasValue()
      ? topicRows(this.topics.value(), this.demand.value(), this.question())
      : [],
  );
  protected readonly news = computed(() => figure(this.rows().length, 'topic'));

  protected async edit(topic: Topic | null): Promise<void> {
    const open = this.dialog.open<TopicDialog, Topic | null, boolean>(TopicDialog, {
      data: topic,
      maxWidth: '40rem',
    });
    if (await firstValueFrom(open.afterClosed())) {
      this.topics.reload();
      this.demand.reload();
    }
  }
}
