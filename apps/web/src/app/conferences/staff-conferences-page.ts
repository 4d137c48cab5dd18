import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { splitByTime } from './conference-list.rules';
import { ConferenceTable } from './conference-table';
import { ConferencesApi } from './conferences-api';

/** Every conference, drafts and past ones too, for those who run them. */
@Component({
  selector: 'app-staff-conferences-page',
  imports: [ConferenceTable, EmptyState, Fetched, Icon, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="Conferences">
        <a matButton="filled" routerLink="/staff/conferences/new"
          ><lectern-icon name="add" /> New conference</a
        >
      </lectern-page-header>
      <app-fetched [of]="conferences" heading="The conferences could not be shown" />
      @if (conferences.hasValue()) {
        @if (conferences.value().items.length === 0) {
          <lectern-empty-state
            heading="There is no conference yet"
            words="A new conference begins as a draft that only staff can see."
          />
        }
        @if (lists().upcoming.length > 0) {
          <app-conference-table heading="Coming up" [conferences]="lists().upcoming" [mayCopy]="true" />
        }
        @if (lists().past.length > 0) {
          <app-conference-table heading="Past" [conferences]="lists().past" [mayCopy]="true" />
        }
      }
    </div>
  `,
})
export class StaffConferencesPage {
  private readonly api = inject(ConferencesApi);
  protected readonly conferences = resource({ loader: () => this.api.list('staff') });
  protected readonly lists = computed(() =>
    splitByTime(this.conferences.hasValue() ? this.conferences.value().items : [], new Date()),
  );
}
