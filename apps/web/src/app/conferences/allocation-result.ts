import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figure, ordinal } from '@lectern/core';
import type { AllocationOutcome } from '@lectern/registrations';
import { StatusMark } from '@lectern/ui';

/** What an allocation decides, school by school, with the reason in words. */
@Component({
  selector: 'app-allocation-result',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="table-frame">
      <table class="table table--cards" role="table">
        <caption class="spoken">
          {{
            caption()
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">School</th>
            <th scope="col" role="columnheader">Order</th>
            <th scope="col" role="columnheader">Wants</th>
            <th scope="col" role="columnheader">Outcome</th>
            <th scope="col" role="columnheader">Why</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.item.groupId) {
            <tr role="row">
              <th scope="row" role="rowheader">
                <a [routerLink]="['/groups', row.item.groupId]">{{ row.item.school.name }}</a>
                <span class="town">{{ row.item.school.town }}</span>
              </th>
              <td role="cell" data-label="Order">{{ row.rank }}</td>
              <td role="cell" data-label="Wants">{{ row.wants }}</td>
              <td role="cell" data-label="Outcome">
                <lectern-status-mark [tone]="row.tone" [words]="row.outcome" />
              </td>
              <td role="cell" data-label="Why">
                <span>{{ row.item.reason }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="soft small seed">
      Equal schools are put in order by lot. The lots follow from the seed <code>{{ seed() }}</code>, the
      conference’s own number, which nobody chose: the same schools and criteria always give the same result.
    </p>
  `,
  styles: `
    .town {
      display: block;
      color: var(--text-soft);
      font-weight: 400;
    }
    .seed {
      margin-block-start: 0.75rem;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class AllocationResult {
  readonly items = input.required<readonly AllocationOutcome[]>();
  readonly seed = input.required<string>();
  readonly caption = input.required<string>();
  protected readonly rows = computed(() =>
    this.items().map((item) => ({
      item,
      rank: ordinal(item.rank),
      wants:
        item.pupilsMinimum === item.pupilsWanted
          ? String(item.pupilsWanted)
          : `${item.pupilsWanted} (${item.pupilsMinimum} at least)`,
      tone: item.places > 0 ? ('go' as const) : ('wait' as const),
      outcome: item.places > 0 ? figure(item.places, 'place') : 'Waiting list',
    })),
  );
}
