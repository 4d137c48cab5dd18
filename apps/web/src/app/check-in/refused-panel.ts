import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RefusedScan } from '@lectern/check-in';
import { ErrorSummary, London } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { PageByPage } from '../platform/page-by-page';
import { AttendanceFeed } from './attendance-feed';
import { DeskApi } from './desk-api';

/** What the doors turned away, newest first; nothing at all while they turned nobody away. */
@Component({
  selector: 'app-refused-panel',
  imports: [ErrorSummary, Fetched, London, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (count() > 0) {
      <h2 id="refused">
        Refused scans <span class="soft figures">{{ count() }}</span>
      </h2>
      <app-fetched [of]="list.first" heading="The refused scans could not be shown" />
      @if (list.items().length > 0) {
        <div class="table-frame">
          <table class="table table--cards" role="table">
            <caption class="spoken">
              Refused scans, newest first
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">Why</th>
                <th scope="col" role="columnheader">Who</th>
                <th scope="col" role="columnheader">Time</th>
                <th scope="col" role="columnheader">Where</th>
                <th scope="col" role="columnheader">Phone</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (scan of list.items(); track scan.id) {
                <tr role="row">
                  <th scope="row" role="rowheader">{{ scan.message }}</th>
                  <td role="cell" data-label="Who">{{ who(scan) }}</td>
                  <td role="cell" data-label="Time" class="figures">{{ scan.at | london: 'clock' }}</td>
                  <td role="cell" data-label="Where">{{ scan.checkpoint ?? 'A place that is gone' }}</td>
                  <td role="cell" data-label="Phone">{{ scan.device }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
      <lectern-error-summary [errors]="list.errors()" />
      @if (list.hasMore()) {
        <div class="actions">
          <button matButton="outlined" type="button" (click)="list.more()">
            {{ list.busy() ? 'Fetching…' : 'Show older ones' }}
          </button>
        </div>
      }
    }
  `,
})
export class RefusedPanel {
  readonly conferenceId = input.required<string>();
  private readonly feed = inject(AttendanceFeed);
  private readonly api = inject(DeskApi);
  protected readonly count = computed(() => this.feed.attendance()?.refused ?? 0);
  protected readonly list = new PageByPage<RefusedScan, string>(
    () => this.conferenceId(),
    (id, cursor) => this.api.refused(id, cursor),
  );

  constructor() {
    effect(() => {
      if (this.count() > 0) this.list.reload();
    });
  }

  protected who({ displayName, school }: RefusedScan): string {
    return displayName === null ? 'Not known' : [displayName, school].filter(Boolean).join(', ');
  }
}
