import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type AcademicCalendar, academicYearOf, figure, londonDate } from '@lectern/core';
import { PLACE_KIND_NAMES, PLACE_KINDS, type PlaceKind } from '@lectern/cpd';
import { EmptyState, PageHeader, ErrorSummary } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { PageByPage } from '../../platform/page-by-page';
import { CpdTabs } from '../cpd-tabs';
import { BookingsApi } from './bookings-api';
import { SessionCard } from './session-card';
import {
  byHalfTerm,
  EVERY_SESSION,
  narrowSessions,
  type SessionQuestion,
  topicsOf,
} from './session-finder.rules';
import { TopicSelect } from '../topic-select';

const GIVEN_SHOWN = 20;

/** The public programme: every session that is to come, by half-term, and those that were given. */
@Component({
  selector: 'app-cpd-sessions-page',
  imports: [
    ErrorSummary,
    TopicSelect,
    CpdTabs,
    EmptyState,
    Fetched,
    MatButton,
    PageHeader,
    RouterLink,
    SessionCard,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions-page.html',
  styles: `
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
    .given li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      padding-block: 0.375rem;
    }
    .given a {
      overflow-wrap: anywhere;
    }
  `,
})
export class CpdSessionsPage {
  protected readonly session = inject(SessionStore);
  private readonly api = inject(BookingsApi);
  private readonly now = new Date();
  protected readonly places = PLACE_KINDS.map((id) => ({ id, name: PLACE_KIND_NAMES[id] }));
  protected readonly question = signal(EVERY_SESSION);
  protected readonly sessions = new PageByPage(
    () => this.now,
    (from, cursor) => this.api.sessions(from, cursor),
  );
  private readonly calendars = resource({
    params: () => {
      const years = new Set(this.sessions.items().map(({ startsAt }) => academicYearOf(startsAt)));
      return [...years].join(' ');
    },
    loader: ({ params }) => this.calendarsOf(params),
  });
  private readonly delivered = resource({ loader: () => this.api.given() });
  private readonly years = computed(() => (this.calendars.hasValue() ? this.calendars.value() : []));
  protected readonly topics = computed(() => topicsOf(this.sessions.items()));
  protected readonly groups = computed(() => byHalfTerm(this.sessions.items(), this.years()));
  protected readonly shown = computed(() =>
    byHalfTerm(narrowSessions(this.sessions.items(), this.question(), this.years()), this.years()),
  );
  protected readonly news = computed(() =>
    figure(narrowSessions(this.sessions.items(), this.question(), this.years()).length, 'session'),
  );
  /** The latest first; the page does without them while they are not there. */
  protected readonly given = computed(() =>
    (this.delivered.hasValue() ? this.delivered.value().items : [])
      .slice(-GIVEN_SHOWN)
      .reverse()
      .map((session) => ({ id: session.id, session, when: londonDate(session.startsAt) })),
  );

  protected narrow(change: Partial<SessionQuestion>): void {
    this.question.update((question) => ({ ...question, ...change }));
  }

  protected narrowPlace(place: string): void {
    this.narrow({ place: place as PlaceKind | '' });
  }

  private async calendarsOf(years: string): Promise<readonly AcademicCalendar[]> {
    const found = years === '' ? [] : years.split(' ');
    return Promise.all(found.map((year) => this.api.calendarOfYear(year)));
  }
}
