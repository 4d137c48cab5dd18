import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
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
import type { CpdSession, CpdSessionStatus } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';
import { SESSION_STEPS } from './session-steps';

export interface SessionStepQuestion {
  readonly session: CpdSession;
  readonly to: CpdSessionStatus;
}

/** Asks once more before a step of a session’s life; cancelling takes a reason. Closes with the session as it is then. */
@Component({
  selector: 'app-session-step-dialog',
  imports: [
    Box,
    ErrorSummary,
    Field,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ words.heading }}</h2>
    <form [formGroup]="form" (ngSubmit)="go()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>
          <strong>{{ question.session.title }}</strong>
        </p>
        <p>{{ words.meaning }}</p>
        @if (needsReason) {
          <lectern-field
            name="reason"
            label="Why is it cancelled?"
            hint="Everybody who booked or offered reads this."
            [errors]="sending.errors()"
          >
            <textarea lecternBox rows="3" formControlName="reason"></textarea>
          </lectern-field>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="filled" type="submit" [class.danger-button]="needsReason">
          {{ sending.busy() ? 'Working…' : words.button }}
        </button>
        <button matButton="text" type="button" matDialogClose>
          {{ needsReason ? 'Keep it' : 'Not yet' }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SessionStepDialog {
  protected readonly question = inject<SessionStepQuestion>(MAT_DIALOG_DATA);
  protected readonly words = SESSION_STEPS[this.question.to];
  protected readonly needsReason = this.question.to === 'cancelled';
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject<MatDialogRef<SessionStepDialog, CpdSession>>(MatDialogRef);

  protected async go(): Promise<void> {
    const { session, to } = this.question;
    const reason = this.form.getRawValue().reason.trim();
    const moved = await this.sending.send(() =>
      this.api.moveSession(session.id, this.needsReason ? { to, reason } : { to }),
    );
    if (moved) this.dialog.close(moved);
  }
}
