import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { EmptyState, PageHeader } from '@lectern/ui';
import { ConferenceCard } from '../conferences/conference-card';
import { ConferencesApi } from '../conferences/conferences-api';
import { greeting } from '../home/greeting.rules';
import { NextList } from '../home/next-list';
import { gatherTasks } from '../home/next-task.rules';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { GroupProgress } from './group-progress';
import { isOver } from './group-words.rules';
import { GroupsApi } from './groups-api';
import { SCHOOL_TASK_SOURCES } from './school-task-sources';

/** Home of a school: what to do next and by when, its groups with their steps, and the conferences it could still come to. */
@Component({
  selector: 'app-school-home-page',
  imports: [ConferenceCard, EmptyState, Fetched, GroupProgress, MatButton, NextList, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './school-home-page.html',
  styles: `
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
  `,
})
export class SchoolHomePage {
  private readonly groupsApi = inject(GroupsApi);
  private readonly conferencesApi = inject(ConferencesApi);
  private readonly session = inject(SessionStore);
  private readonly sources = SCHOOL_TASK_SOURCES.map((source) => inject(source));
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly greeting = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly fetched = resource({
    loader: async () => {
      const [groups, conferences] = await Promise.all([this.groupsApi.list(), this.conferencesApi.list()]);
      const context = { groups: groups.items, conferences: conferences.items, now: this.now };
      return { ...context, next: await gatherTasks(this.sources, context) };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { conferences, groups, next } = this.fetched.value();
    const live = new Set(
      groups.filter(({ status }) => status !== 'cancelled').map(({ conference }) => conference.id),
    );
    return {
      next,
      current: groups
        .filter((group) => !isOver(group))
        .sort((a, b) => a.conference.startsAt.localeCompare(b.conference.startsAt)),
      hasPast: groups.some(isOver),
      open: conferences.filter(({ id, status }) => status === 'registration-open' && !live.has(id)),
    };
  });
}
