import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type FieldError, figure } from '@lectern/core';
import type { AttendanceLine, SessionAttendance } from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { fromLocal, toLocal } from '../../conferences/london-local';
import { Sending } from '../../platform/sending';
import { AttendanceApi } from './attendance-api';

export interface CorrectionQuestion {
  readonly session: Pick<SessionAttendance, 'sessionId' | 'startsAt' | 'endsAt'>;
  /** One person, or all of whom the same is said. */
  readonly people: readonly AttendanceLine[];
}

type Presence = 'whole' | 'part' | 'none';

const OPTIONS: readonly { readonly presence: Presence; readonly words: string }[] = [
  { presence: 'whole', words: 'Yes, for the whole session' },
  { presence: 'part', words: 'Yes, for part of it' },
  { presence: 'none', words: 'No' },
];

/** Says by hand whether people were at a session; closes with the list as it is then. */
@Component({
  selector: 'app-correction-dialog',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ heading }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="errors()" />
        <p>What you say stands over what the door saw, and your reason is kept with it.</p>
        <lectern-field-set name="attended" [label]="question" [errors]="errors()">
          <div class="choices choices--down">
            @for (option of options; track option.presence) {
              <label class="choice">
                <input type="radio" name="presence" formControlName="presence" [value]="option.presence" />
                <span>{{ option.words }}</span>
              </label>
            }
          </div>
        </lectern-field-set>
        @if (isPart()) {
          <lectern-field
            name="arrivedAt"
            label="They came at"
            hint="Leave it empty if they were there from the start."
            [errors]="errors()"
          >
            <input lecternBox class="box--time" type="time" formControlName="arrivedAt" />
          </lectern-field>
          <lectern-field
            name="leftAt"
            label="They left at"
            hint="Leave it empty if they stayed to the end."
            [errors]="errors()"
          >
            <input lecternBox class="box--time" type="time" formControlName="leftAt" />
          </lectern-field>
        }
        <lectern-field
          name="reason"
          label="How do you know?"
          hint="Such as “I was in the room”."
          [errors]="errors()"
        >
          <input lecternBox type="text" formControlName="reason" maxlength="300" autocomplete="off" />
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="filled" type="submit">{{ sending.busy() ? 'Saving…' : 'Save' }}</button>
        <button matButton="text" type="button" matDialogClose>Leave it as it is</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class CorrectionDialog {
  private readonly data = inject<CorrectionQuestion>(MAT_DIALOG_DATA);
  protected readonly options = OPTIONS;
  protected readonly sending = new Sending();
  protected readonly heading =
    this.data.people.length === 1
      ? `Attendance of ${this.data.people[0]?.name ?? ''}`
      : `Attendance of ${figure(this.data.people.length, 'person', 'people')}`;
  protected readonly question =
    this.data.people.length === 1 ? 'Were they there?' : 'Was everybody of them there?';
  protected readonly form = inject(NonNullableFormBuilder).group({
    presence: inject(NonNullableFormBuilder).control<Presence>('whole'),
    arrivedAt: '',
    leftAt: '',
    reason: '',
  });
  private readonly chosen = toSignal(this.form.controls.presence.valueChanges, {
    initialValue: 'whole',
  });
  protected readonly isPart = computed(() => this.chosen() === 'part');
  /** The server names the field of one person of many; the form has one of each. */
  protected readonly errors = computed<readonly FieldError[]>(() =>
    this.sending.errors().map((error) => ({ ...error, field: error.field.replace(/^people\[\d+\]\./, '') })),
  );
  private readonly api = inject(AttendanceApi);
  private readonly dialog = inject<MatDialogRef<CorrectionDialog, SessionAttendance>>(MatDialogRef);

  protected async save(): Promise<void> {
    const { session, people } = this.data;
    const { presence, arrivedAt, leftAt, reason } = this.form.getRawValue();
    const { date } = toLocal(session.startsAt);
    const at = (time: string): string | null => (presence === 'part' ? fromLocal({ date, time }) : null);
    const [came, went] = [at(arrivedAt), at(leftAt)];
    const corrected = await this.sending.send(() =>
      this.api.correct(session.sessionId, {
        people: people.map(({ personId }) => ({
          personId,
          attended: presence !== 'none',
          ...(came ? { arrivedAt: came } : {}),
          ...(went ? { leftAt: went } : {}),
        })),
        reason,
      }),
    );
    if (corrected) this.dialog.close(corrected);
  }
}
