import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { londonShortDate } from '@lectern/core';
import type { SeriesWithSessions } from '@lectern/cpd';
import { EmptyState, Icon } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { PlanningApi } from './planning-api';
import { ProgrammeInView } from './programme-in-view';
import { ProgrammePicker } from './programme-picker';
import { SeriesDialog, type SeriesQuestion } from './series-dialog';

/** The series of a programme. */
@Component({
  selector: 'app-series-tab',
  imports: [EmptyState, Fetched, Icon, MatButton, ProgrammePicker, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-programme-picker />
    @if (view.programme(); as programme) {
      <p>
        <button matButton="outlined" type="button" (click)="add(programme.id)">
          <lectern-icon name="add" /> New series
        </button>
      </p>
      <app-fetched [of]="series" heading="The series could not be shown" />
      @if (series.hasValue()) {
        @if (rows().length === 0) {
          <lectern-empty-state
            heading="There is no series yet"
            words="In a series the same teachers meet several times and try something in class in between."
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Series
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Series</th>
                  <th scope="col" role="columnheader">When</th>
                  <th scope="col" role="columnheader" class="number">Sessions</th>
                  <th scope="col" role="columnheader" class="number">To attend</th>
                  <th scope="col" role="columnheader" class="number">Gap tasks</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows(); track row.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <a [routerLink]="['/staff/cpd/series', row.id]">{{ row.title }}</a>
                    </th>
                    <td role="cell" data-label="When">{{ row.when }}</td>
                    <td role="cell" data-label="Sessions" class="number">{{ row.sessions }}</td>
                    <td role="cell" data-label="To attend" class="number">{{ row.expected }}</td>
                    <td role="cell" data-label="Gap tasks" class="number">{{ row.tasks }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    }
  `,
})
export class SeriesTab {
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly view = inject(ProgrammeInView);
  protected readonly series = resource({
    params: () => this.view.programme()?.id,
    loader: ({ params: id }) => this.api.allSeries(id),
  });
  protected readonly rows = computed(() =>
    (this.series.hasValue() ? this.series.value() : []).map((one) => {
      const held = one.sessions.filter(({ status }) => status !== 'cancelled');
      const [first, last] = [held[0], held.at(-1)];
      return {
        id: one.id,
        title: one.title,
        when:
          first && last
            ? `${londonShortDate(first.startsAt)} to ${londonShortDate(last.startsAt)}`
            : 'Not planned yet',
        sessions: held.length,
        expected: one.sessionsExpected === null ? 'All' : String(one.sessionsExpected),
        tasks: one.gapTasks.length,
      };
    }),
  );

  protected async add(programmeId: string): Promise<void> {
    const open = this.dialog.open<SeriesDialog, SeriesQuestion, SeriesWithSessions>(SeriesDialog, {
      data: { programmeId, series: null },
      maxWidth: '34rem',
    });
    const made = await firstValueFrom(open.afterClosed());
    if (made) await this.router.navigate(['/staff/cpd/series', made.id]);
  }
}
