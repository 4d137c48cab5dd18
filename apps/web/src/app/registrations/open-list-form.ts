import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Box, ErrorSummary, Field, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { RostersApi } from './rosters-api';

const HOURS = [4, 24, 48] as const;
const HOUR = 3_600_000;

/** Staff say why a list may change after final numbers, and for how long. */
@Component({
  selector: 'app-open-list-form',
  imports: [Box, ErrorSummary, Field, MatButton, ReactiveFormsModule, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="sheet" [formGroup]="form" (ngSubmit)="open()" novalidate>
      <lectern-error-summary [errors]="sending.errors()" />
      <lectern-field
        name="reason"
        label="Why may the list change after final numbers?"
        hint="The school is sent this and sees it with its group. Name no pupils."
        [errors]="sending.errors()"
      >
        <textarea lecternBox lecternTakeFocus rows="2" formControlName="reason"></textarea>
      </lectern-field>
      <lectern-field name="until" label="For how long?" [errors]="sending.errors()">
        <select lecternBox formControlName="hours">
          @for (hours of choices; track hours) {
            <option [value]="hours">{{ hours }} hours</option>
          }
        </select>
      </lectern-field>
      <div class="actions">
        <button matButton="filled" type="submit">
          {{ sending.busy() ? 'Opening…' : 'Open the list' }}
        </button>
        <button matButton type="button" (click)="left.emit()">Leave it locked</button>
      </div>
    </form>
  `,
  styles: `
    form {
      max-width: var(--form);
      margin-bottom: 1.5rem;
    }
  `,
})
export class OpenListForm {
  readonly groupId = input.required<string>();
  readonly opened = output();
  readonly left = output();
  protected readonly choices = HOURS;
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '', hours: '24' });
  private readonly rosters = inject(RostersApi);

  protected async open(): Promise<void> {
    const { reason, hours } = this.form.getRawValue();
    // A day is what the server gives by itself, and it knows when the conference ends.
    const until = hours === '24' ? {} : { until: new Date(Date.now() + Number(hours) * HOUR).toISOString() };
    const terms = await this.sending.send(() => this.rosters.open(this.groupId(), { reason, ...until }));
    if (terms) this.opened.emit();
  }
}
