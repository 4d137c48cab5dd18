import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, PageHeader } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { ConferenceCard } from './conference-card';
import { splitByTime } from './conference-list.rules';
import { ConferencesApi } from './conferences-api';

/** Every conference that anyone may see; the first page of a visitor, with a word of welcome. */
@Component({
  selector: 'app-conferences-page',
  imports: [ConferenceCard, EmptyState, Fetched, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conferences-page.html',
  styles: `
    ul {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
  `,
})
export class ConferencesPage {
  /** Whether this is the first page of a visitor, from the route's data. */
  readonly welcome = input(false);
  protected readonly session = inject(SessionStore);
  protected readonly heading = computed(() =>
    this.session.isCoordinator() ? 'Find a conference' : 'Student conferences',
  );
  private readonly api = inject(ConferencesApi);
  protected readonly conferences = resource({ loader: () => this.api.list() });
  protected readonly lists = computed(() =>
    splitByTime(this.conferences.hasValue() ? this.conferences.value().items : [], new Date()),
  );
}
