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
import { nextForStaff } from './staff-next.rules';

/** Where staff begin: what is next, then what is running, then the rest. */
@Component({
  selector: 'app-staff-home',
  imports: [ConferenceTable, EmptyState, Fetched, Icon, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-home.html',
  styleUrl: './staff-home.scss',
})
export class StaffHome {
  private readonly session = inject(SessionStore);
  private readonly api = inject(ConferencesApi);
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly heading = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly conferences = resource({ loader: () => this.api.list('staff') });
  private readonly items = computed(() =>
    this.conferences.hasValue() ? this.conferences.value().items : [],
  );
  protected readonly next = computed(() => nextForStaff(this.items(), this.now));
  protected readonly running = computed(() =>
    splitByTime(this.items(), this.now).upcoming.filter(
      ({ status }) => status !== 'draft' && status !== 'cancelled',
    ),
  );
  protected readonly isEmpty = computed(() => this.conferences.hasValue() && this.items().length === 0);
}
