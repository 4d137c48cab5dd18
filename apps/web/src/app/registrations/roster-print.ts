import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DraftRow } from './draft-row.rules';

/**
 * The list on paper: a plain table, since boxes to type in print badly. Needs on the day are only counted as there
 * or not: what they are stays off paper that lies about.
 */
@Component({
  selector: 'app-roster-print',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="print-only">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Last name</th>
            <th scope="col">First name</th>
            <th scope="col">Year</th>
            <th scope="col">Photos</th>
            <th scope="col">Needs on the day</th>
          </tr>
        </thead>
        <tbody>
          @for (row of printed(); track row.key) {
            <tr>
              <th scope="row">{{ row.familyName }}</th>
              <td>{{ row.givenName }}</td>
              <td>{{ row.year }}</td>
              <td>{{ row.photos }}</td>
              <td>{{ row.needs }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class RosterPrint {
  readonly rows = input.required<readonly DraftRow[]>();
  protected readonly printed = computed(() =>
    this.rows().map(({ key, cells }) => ({
      key,
      givenName: cells.givenName,
      familyName: cells.familyName,
      year: cells.kind === 'adult' ? 'Adult' : cells.yearGroup,
      photos: cells.photoConsent === 'yes' ? 'Yes' : 'No',
      needs: Object.values(cells.dayOnly).some(Boolean) ? 'Yes' : '',
    })),
  );
}
