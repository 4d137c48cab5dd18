import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { academicYearAfter, academicYearOf, figure, londonShortDate } from '@lectern/core';
import { EmptyState, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { OutcomesApi } from './outcomes-api';

/** Who delivered what in an academic year, for those who guide trainees; what waits for a note is marked. */
@Component({
  selector: 'app-evidence-list-page',
  imports: [EmptyState, Fetched, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="Trainees’ evidence"
        lede="Sessions that trainees delivered. Read a record, and write a note beside it."
        backTo="/mentor"
        backWords="Mentor desk"
      />
      <div class="finder no-print">
        <div>
          <label for="year">Academic year</label>
          <select #year id="year" class="box" (change)="asked.set(year.value)">
            @for (option of years; track option) {
              <option [value]="option" [selected]="option === asked()">{{ option }}</option>
            }
          </select>
        </div>
        <div>
          <label for="show">Show</label>
          <select #show id="show" class="box" (change)="isOpenOnly.set(show.value === 'open')">
            <option value="">All records</option>
            <option value="open">Without a note</option>
          </select>
        </div>
      </div>
      <app-fetched [of]="fetched" heading="The evidence could not be shown" />
      <p class="spoken" role="status">{{ news() }}</p>
      @if (fetched.hasValue()) {
        @if (rows().length === 0) {
          <lectern-empty-state
            [heading]="
              isOpenOnly() ? 'Every record has a note' : 'Nothing was delivered in ' + asked() + ' yet'
            "
            [words]="
              isOpenOnly()
                ? 'Choose All records to read them again.'
                : 'A record appears here for each trainee when a session is marked as delivered.'
            "
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Evidence of trainees
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Trainee</th>
                  <th scope="col" role="columnheader">Session</th>
                  <th scope="col" role="columnheader">Delivered</th>
                  <th scope="col" role="columnheader">Reflection</th>
                  <th scope="col" role="columnheader">Note</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows(); track row.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <a [routerLink]="['/mentor/evidence', row.id]"
                        >{{ row.traineeName }}<span class="spoken">: {{ row.sessionTitle }}</span></a
                      >
                    </th>
                    <td role="cell" data-label="Session">{{ row.sessionTitle }}</td>
                    <td role="cell" data-label="Delivered">{{ row.when }}</td>
                    <td role="cell" data-label="Reflection">
                      {{ row.hasReflection ? 'Written' : 'Not yet' }}
                    </td>
                    <td role="cell" data-label="Note">
                      <lectern-status-mark
                        [tone]="row.hasNote ? 'go' : 'needs'"
                        [words]="row.hasNote ? 'Written' : 'Not yet'"
                      />
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </div>
  `,
})
export class EvidenceListPage {
  private readonly api = inject(OutcomesApi);
  private readonly thisYear = academicYearOf(new Date());
  protected readonly years = [0, -1, -2].map((ago) => academicYearAfter(this.thisYear, ago));
  protected readonly asked = signal(this.thisYear);
  protected readonly isOpenOnly = signal(false);
  protected readonly fetched = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.api.evidenceToGuide(params),
  });
  protected readonly rows = computed(() =>
    (this.fetched.hasValue() ? this.fetched.value().items : [])
      .filter(({ hasNote }) => !(this.isOpenOnly() && hasNote))
      .map((row) => ({ ...row, when: londonShortDate(row.deliveredAt) })),
  );
  protected readonly news = computed(() =>
    this.fetched.hasValue() ? figure(this.rows().length, 'record') : '',
  );
}
