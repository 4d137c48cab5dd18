import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DraftRow } from './draft-row.rules';
import { type CellEdit, RosterRow } from './roster-row';

const NO_LINES: readonly number[] = [];
/** From here on a list is long: laying all of it out at once would be felt. */
const LONG_LIST = 100;

/** Everybody of a list, one row each; on a phone one card each. */
@Component({
  selector: 'app-roster-table',
  imports: [RosterRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="table" aria-label="People on the list" class="frame" [attr.aria-rowcount]="rows().length + 1">
      <div role="rowgroup" class="head">
        <div role="row" class="heads">
          <span role="columnheader" class="line">Row</span>
          <span role="columnheader">First name</span>
          <span role="columnheader">Last name</span>
          <span role="columnheader">Year</span>
          <span role="columnheader">Pupil or adult</span>
          <span role="columnheader">Photos</span>
          <span role="columnheader">Needs on the day</span>
          <span role="columnheader"><span class="spoken">Remove</span></span>
        </div>
      </div>
      <div role="rowgroup" [style.--out-of-sight]="isLong() ? 'auto' : null">
        @for (row of rows(); track row.key) {
          <app-roster-row
            [row]="row"
            [asksBirthDate]="asksBirthDate()"
            [sameAs]="repeated().get(row.line) ?? none"
            (edited)="edited.emit($event)"
            (removed)="removed.emit($event)"
          />
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      --roster-columns: 2.5rem minmax(7rem, 1.2fr) minmax(7rem, 1.2fr) minmax(4.5rem, 0.5fr) 6.5rem 7.5rem
        minmax(7rem, 1.1fr) 2.75rem;
      display: block;
      font-size: 0.9375rem;
      font-variant-numeric: tabular-nums;
    }
    .frame {
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      background: var(--sheet);
    }
    .heads {
      display: grid;
      grid-template-columns: var(--roster-columns);
      gap: 0.5rem;
      padding: 0.625rem 0.5rem;
      background: var(--mat-sys-surface-container-high);
      font-weight: 650;
    }
    .head {
      position: sticky;
      top: 0;
      z-index: 1;
    }
    .line {
      text-align: end;
    }
    @media (max-width: 60rem) {
      .frame {
        border: 0;
        background: none;
      }
      .head {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
})
export class RosterTable {
  readonly rows = input.required<readonly DraftRow[]>();
  /** For each row that names somebody twice, the rows that do. */
  readonly repeated = input.required<ReadonlyMap<number, readonly number[]>>();
  /** Whether the conference asks for dates of birth. */
  readonly asksBirthDate = input(false);
  readonly edited = output<CellEdit>();
  readonly removed = output<number>();
  protected readonly none = NO_LINES;
  protected readonly isLong = computed(() => this.rows().length > LONG_LIST);
}
