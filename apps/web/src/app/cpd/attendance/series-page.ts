import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure, londonShortDate } from '@lectern/core';
import { type AttendanceStanding, hoursWords, type SeriesAttendance, type SeriesPerson } from '@lectern/cpd';
import { EmptyState, Icon, London, PageHeader, StatusMark, type Tone } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { AttendanceApi } from './attendance-api';

const STANDINGS: Readonly<Record<AttendanceStanding, { readonly tone: Tone; readonly words: string }>> = {
  met: { tone: 'go', words: 'Met' },
  'on-course': { tone: 'wait', words: 'On course' },
  short: { tone: 'stop', words: 'Short' },
};

interface SeriesRow {
  readonly person: SeriesPerson;
  readonly mark: { readonly tone: Tone; readonly words: string };
  readonly attended: string;
  readonly missed: string;
  readonly time: string;
}

/** Attendance over a series: what is expected of everybody, and who is short of it. */
@Component({
  selector: 'app-series-attendance-page',
  imports: [EmptyState, Fetched, Icon, London, MatButton, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="Attendance over the series"
        [part]="title()"
        [lede]="lede()"
        backTo="/staff/cpd"
        backWords="Plan of the year"
      >
        <button matButton="outlined" type="button" (click)="print()">
          <lectern-icon name="print" /> Print
        </button>
      </lectern-page-header>
      <app-fetched [of]="series" heading="The attendance could not be shown" />
      @if (series.hasValue()) {
        <h2>Sessions</h2>
        <ol>
          @for (session of series.value().sessions; track session.id) {
            <li>
              <a [routerLink]="['/staff/cpd/sessions', session.id, 'attendance']">{{ session.title }}</a>,
              {{ session.startsAt | london: 'date' }}
              @if (session.status === 'cancelled') {
                <lectern-status-mark tone="stop" words="Cancelled" />
              }
            </li>
          } @empty {
            <li>No session of this series is open for booking yet.</li>
          }
        </ol>
        <h2>People</h2>
        @if (rows().length === 0) {
          <lectern-empty-state
            heading="Nobody has booked yet"
            words="Teachers with a place and trainees who present appear here."
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Attendance by person
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Name</th>
                  <th scope="col" role="columnheader">Expectation</th>
                  <th scope="col" role="columnheader">Attended</th>
                  <th scope="col" role="columnheader">Missed</th>
                  <th scope="col" role="columnheader" class="number">Time</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows(); track row.person.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      {{ row.person.name }}
                      <span class="soft small school">{{ row.person.school ?? 'Presenter' }}</span>
                    </th>
                    <td role="cell" data-label="Expectation">
                      <lectern-status-mark [tone]="row.mark.tone" [words]="row.mark.words" />
                    </td>
                    <td role="cell" data-label="Attended" class="figures">{{ row.attended }}</td>
                    <td role="cell" data-label="Missed">{{ row.missed }}</td>
                    <td role="cell" data-label="Time" class="number figures">{{ row.time }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </div>
  `,
  styles: `
    ol {
      padding-inline-start: 1.5rem;
    }
    li {
      margin-bottom: 0.25rem;
    }
    .school {
      display: block;
      font-weight: 400;
    }
  `,
})
export class SeriesAttendancePage {
  readonly id = input.required<string>();
  private readonly api = inject(AttendanceApi);
  protected readonly series = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.series(params),
  });
  protected readonly title = computed(() => (this.series.hasValue() ? this.series.value().title : ''));
  protected readonly lede = computed(() =>
    this.series.hasValue() ? expectation(this.series.value()) : null,
  );
  protected readonly rows = computed<readonly SeriesRow[]>(() => {
    if (!this.series.hasValue()) return [];
    const { people, sessions } = this.series.value();
    const dates = new Map(sessions.map(({ id, startsAt }) => [id, londonShortDate(startsAt)]));
    return people.map((person) => ({
      person,
      mark: STANDINGS[person.standing],
      attended: `${person.attended} of ${person.expected}`,
      missed: person.missedSessionIds.map((id) => dates.get(id) ?? '').join(', ') || '–',
      time: person.minutes > 0 ? hoursWords(person.minutes) : '–',
    }));
  });

  protected print(): void {
    print();
  }
}

const expectation = ({ title, sessionsExpected, sessions }: SeriesAttendance): string => {
  const held = sessions.filter(({ status }) => status !== 'cancelled').length;
  const of = figure(held, 'session');
  return sessionsExpected === null || sessionsExpected >= held
    ? `${title}. Teachers are expected at all of ${of}.`
    : `${title}. Teachers are expected at ${sessionsExpected} of ${of}.`;
};
