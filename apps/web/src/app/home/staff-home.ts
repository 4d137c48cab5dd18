import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { splitByTime } from '../conferences/conference-list.rules';
import { ConferenceTable } from '../conferences/conference-table';
import { ConferencesApi } from '../conferences/conferences-api';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { greeting } from './greeting.rules';
import { NextList } from './next-list';
import { gatherTasks } from './next-task.rules';
import { STAFF_TASK_SOURCES } from './staff-task-sources';

/** Where staff begin: what is next, what waits for a decision and what is overdue; then what is running, then the rest. */
@Component({
  selector: 'app-staff-home',
  imports: [ConferenceTable, EmptyState, Fetched, Icon, MatButton, NextList, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-home.html',
})
export class StaffHome {
  private readonly session = inject(SessionStore);
  private readonly api = inject(ConferencesApi);
  private readonly sources = STAFF_TASK_SOURCES.map((source) => inject(source));
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly heading = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly home = resource({
    loader: async () => {
      const { items } = await this.api.list('staff');
      return {
        conferences: items,
        next: await gatherTasks(this.sources, { conferences: items, now: this.now }),
      };
    },
  });
  /** The home with its lists, once it is there. */
  protected readonly shown = computed(() => {
    if (!this.home.hasValue()) return null;
    const { conferences, next } = this.home.value();
    const { upcoming, past } = splitByTime(conferences, this.now);
    return {
      next,
      isEmpty: conferences.length === 0,
      running: upcoming.filter(({ status }) => status !== 'draft' && status !== 'cancelled'),
      last: past.filter(({ status }) => status !== 'cancelled').slice(0, 3),
    };
  });
}
