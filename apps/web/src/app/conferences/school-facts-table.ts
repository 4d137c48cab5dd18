import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { AllocationSchool, SchoolFacts } from '@lectern/registrations';
import { London } from '@lectern/ui';

/** What criteria know of the schools that registered; two of the facts are ticked here by staff. */
@Component({
  selector: 'app-school-facts-table',
  imports: [London],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="table-frame">
      <table class="table table--cards" role="table">
        <caption class="spoken">
          Registered schools and what criteria know of them
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">School</th>
            <th scope="col" role="columnheader">Project school</th>
            <th scope="col" role="columnheader">Priority measure</th>
            <th scope="col" role="columnheader">First visit</th>
            <th scope="col" role="columnheader">Distance</th>
            <th scope="col" role="columnheader">Registered</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of schools(); track row.groupId) {
            <tr role="row">
              <th scope="row" role="rowheader">
                {{ row.school.name }} <span class="town">{{ row.school.town }}</span>
              </th>
              <td role="cell" data-label="Project school">
                <input
                  #project
                  class="tick"
                  type="checkbox"
                  [checked]="row.projectSchool"
                  [attr.aria-label]="row.school.name + ' is a project school'"
                  (change)="say(row, { projectSchool: project.checked })"
                />
              </td>
              <td role="cell" data-label="Priority measure">
                <input
                  #priority
                  class="tick"
                  type="checkbox"
                  [checked]="row.priorityMeasure"
                  [attr.aria-label]="row.school.name + ' has a priority measure'"
                  (change)="say(row, { priorityMeasure: priority.checked })"
                />
              </td>
              <td role="cell" data-label="First visit">{{ row.firstVisit ? 'Yes' : 'No' }}</td>
              <td role="cell" data-label="Distance">
                {{ row.distanceKm === null ? 'Not known' : row.distanceKm + ' km' }}
              </td>
              <td role="cell" data-label="Registered">{{ row.registeredAt | london: 'shortDate' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .town {
      display: block;
      color: var(--text-soft);
      font-weight: 400;
    }
    .tick {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      accent-color: var(--ink);
    }
  `,
})
export class SchoolFactsTable {
  readonly schools = input.required<readonly AllocationSchool[]>();
  readonly said = output<SchoolFacts>();

  protected say(
    { school, priorityMeasure, projectSchool }: AllocationSchool,
    fact: Partial<SchoolFacts>,
  ): void {
    this.said.emit({ urn: school.urn, projectSchool, priorityMeasure, ...fact });
  }
}
