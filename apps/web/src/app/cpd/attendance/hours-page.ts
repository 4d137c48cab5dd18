import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { hoursWords, type SessionHours } from '@lectern/cpd';
import { EmptyState, Icon, London, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { AttendanceApi } from './attendance-api';

/** The hours of one person, their own or as staff see them: what they attended and what they presented. */
@Component({
  selector: 'app-hours-page',
  imports: [EmptyState, Fetched, Icon, London, MatButton, PageHeader, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="heading()" [lede]="lede()">
        <button matButton="outlined" type="button" (click)="print()">
          <lectern-icon name="print" /> Print
        </button>
      </lectern-page-header>
      <app-fetched [of]="hours" heading="The hours could not be shown" />
      @if (hours.hasValue()) {
        @if (hours.value().sessions.length === 0) {
          <lectern-empty-state
            heading="No session yet"
            words="Sessions appear here once they have begun, with the time that was spent in them."
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Sessions and the time spent in them
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Session</th>
                  <th scope="col" role="columnheader">Date</th>
                  <th scope="col" role="columnheader">As</th>
                  <th scope="col" role="columnheader">Attendance</th>
                  <th scope="col" role="columnheader" class="number">Time</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of hours.value().sessions; track row.sessionId + row.part) {
                  <tr role="row">
                    <th scope="row" role="rowheader">{{ row.title }}</th>
                    <td role="cell" data-label="Date">{{ row.startsAt | london: 'date' }}</td>
                    <td role="cell" data-label="As">
                      {{ row.part === 'presenter' ? 'Presenter' : 'Teacher' }}
                    </td>
                    <td role="cell" data-label="Attendance">
                      <lectern-status-mark
                        [tone]="row.attended ? 'go' : 'past'"
                        [words]="row.attended ? 'Attended' : 'No attendance recorded'"
                      />
                    </td>
                    <td role="cell" data-label="Time" class="number figures">{{ time(row) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <p class="soft">
            Time counts from when you came until you left, within the session. Whoever was not seen to leave
            stayed to the end.
          </p>
        }
      }
    </div>
  `,
})
export class HoursPage {
  /** Of whom; one’s own where the address names nobody. */
  readonly accountId = input<string>();
  private readonly api = inject(AttendanceApi);
  protected readonly hours = resource({
    params: () => ({ accountId: this.accountId() }),
    loader: ({ params }) => this.api.hours(params.accountId),
  });
  protected readonly heading = computed(() => {
    if (this.accountId() === undefined) return 'My hours';
    return this.hours.hasValue() ? `Hours of ${this.hours.value().name}` : 'Hours';
  });
  protected readonly lede = computed(() => {
    if (!this.hours.hasValue()) return null;
    const { teacherMinutes, presenterMinutes } = this.hours.value();
    const parts = [
      teacherMinutes > 0 || presenterMinutes === 0 ? `${hoursWords(teacherMinutes)} attended` : '',
      presenterMinutes > 0 ? `${hoursWords(presenterMinutes)} presented` : '',
    ];
    return parts.filter(Boolean).join(', ');
  });

  protected time({ minutes }: SessionHours): string {
    return minutes > 0 ? hoursWords(minutes) : '–';
  }

  protected print(): void {
    print();
  }
}
