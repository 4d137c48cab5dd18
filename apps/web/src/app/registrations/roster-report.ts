import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { StatusMark } from '@lectern/ui';
import { figure, peopleFigures } from './counts';
import { cellId } from './draft-row.rules';
import type { RosterDraft } from './roster-draft';

/** What was read: how much of it is right, what needs mending, what was left out and why. */
@Component({
  selector: 'app-roster-report',
  imports: [MatButton, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="count" role="status"><lectern-status-mark [tone]="mark().tone" [words]="mark().words" /></p>
    @if (firstWrong(); as id) {
      <p><button matButton="outlined" type="button" (click)="lead.emit(id)">Go to the first</button></p>
    }
    @if (draft().tooMany(); as words) {
      <p class="callout tone-wait">{{ words }}</p>
    }
    @if (draft().duplicates().length > 0) {
      <div class="callout tone-wait">
        <p>Check whether these are the same person. Two people may share a name, and then both can stay.</p>
        <ul>
          @for (same of draft().duplicates(); track same.lines[0]) {
            <li>{{ same.name }}, rows {{ same.lines.join(', ') }}</li>
          }
        </ul>
      </div>
    }
    @if (draft().droppedColumns().length > 0) {
      <div class="callout tone-note">
        <p>
          <strong>{{ leftOut() }}</strong>
        </p>
        <ul>
          @for (column of draft().droppedColumns(); track $index) {
            <li>
              <strong>{{ column.name }}</strong>: {{ column.reason }}
            </li>
          }
        </ul>
      </div>
    }
    @for (notice of draft().notices(); track notice) {
      <p class="callout tone-note">{{ notice }}</p>
    }
  `,
  styles: `
    ul {
      margin-block: 0;
      padding-inline-start: 1.25rem;
    }
    .callout p {
      margin-bottom: 0.25rem;
    }
    .count {
      font-size: 1.125rem;
    }
  `,
})
export class RosterReport {
  readonly draft = input.required<RosterDraft>();
  /** Asks for the box with this id. */
  readonly lead = output<string>();
  protected readonly firstWrong = computed(() => {
    const [row] = this.draft().wrongRows();
    const [error] = row?.errors ?? [];
    return row && error ? cellId(row.key, error.field) : null;
  });
  protected readonly mark = computed(() => {
    const draft = this.draft();
    const [all, wrong] = [draft.rows().length, draft.wrongRows().length];
    if (!draft.isDirty() && wrong === 0) {
      return { tone: 'go', words: `${peopleFigures(draft.pupils(), draft.adults())} on the list` } as const;
    }
    return wrong === 0
      ? ({ tone: 'go', words: all === 1 ? 'The one row is right' : `All ${all} rows are right` } as const)
      : ({
          tone: 'needs',
          words: `${all - wrong} of ${figure(all, 'row')} ${all - wrong === 1 ? 'is' : 'are'} right. Mend ${figure(draft.wrongCells(), 'cell')}.`,
        } as const);
  });
  protected readonly leftOut = computed(
    () => `${figure(this.draft().droppedColumns().length, 'column was', 'columns were')} left out`,
  );
}
