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
import { Box, ErrorSummary, Field } from '@lectern/ui';
import type { StepQuestion } from './step-question';
import { Sending } from './sending';

/** Asks once more before a step, and why when that is wanted; closes with what came of it, or with nothing. */
@Component({
  selector: 'app-why-dialog',
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
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <form [formGroup]="form" (ngSubmit)="goAhead()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        @if (question.subject) {
          <p>
            <strong>{{ question.subject }}</strong>
          </p>
        }
        @if (question.words) {
          <p>{{ question.words }}</p>
        }
        @if (question.reason; as reason) {
          <lectern-field
            name="reason"
            [label]="reason.label"
            [hint]="reason.hint"
            [errors]="sending.errors()"
          >
            <textarea lecternBox formControlName="reason" rows="3" maxlength="500"></textarea>
          </lectern-field>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        @if (question.reason) {
          <button matButton="filled" type="button" mat-dialog-close>{{ question.no }}</button>
          <button matButton="outlined" class="danger-button" type="submit">
            {{ sending.busy() ? question.doing : question.yes }}
          </button>
        } @else {
          <button matButton="filled" type="submit">
            {{ sending.busy() ? question.doing : question.yes }}
          </button>
          <button matButton="text" type="button" mat-dialog-close>{{ question.no }}</button>
        }
      </mat-dialog-actions>
    </form>
  `,
})
export class WhyDialog {
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  protected readonly question = inject<StepQuestion<object>>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<WhyDialog, object>>(MatDialogRef);

  protected async goAhead(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    const needed = this.question.reason?.needed;
    if (reason === '' && needed) {
      this.sending.refuse([{ field: 'reason', code: 'missing', message: needed }]);
      return;
    }
    const done = await this.sending.send(() => this.question.send(reason));
    if (done) this.open.close(done);
  }
}
