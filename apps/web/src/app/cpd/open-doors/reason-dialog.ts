import { ChangeDetectionStrategy, Component, inject, Injectable } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Sending } from '../../platform/sending';

/** A step that cannot be taken back, with why. */
export interface ReasonQuestion {
  readonly heading: string;
  readonly words: string;
  readonly label: string;
  readonly hint: string;
  /** What to say when the reason is missing; null when it may be. */
  readonly needed: string | null;
  readonly yes: string;
  readonly no: string;
  /** Sends it; the dialog stays open when that is refused. */
  readonly send: (reason: string) => Promise<unknown>;
}

/** Asks why, sends it, and closes once it is done. */
@Component({
  selector: 'app-reason-dialog',
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
        <p>{{ question.words }}</p>
        <lectern-field
          name="reason"
          [label]="question.label"
          [hint]="question.hint"
          [errors]="sending.errors()"
        >
          <textarea lecternBox formControlName="reason" rows="3" maxlength="500"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="button" mat-dialog-close>{{ question.no }}</button>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Sending…' : question.yes }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-actions {
      gap: 0.75rem;
      padding: 0 1.5rem 1.25rem;
    }
    .mat-mdc-dialog-actions .mat-mdc-button-base + .mat-mdc-button-base {
      margin-inline-start: 0;
    }
  `,
})
export class ReasonDialog {
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  protected readonly question = inject<ReasonQuestion>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<ReasonDialog, boolean>>(MatDialogRef);

  protected async goAhead(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    if (!reason && this.question.needed) {
      this.sending.refuse([{ field: 'reason', code: 'missing', message: this.question.needed }]);
      return;
    }
    const isDone = await this.sending.send(async () => {
      await this.question.send(reason);
      return true;
    });
    if (isDone) this.open.close(true);
  }
}

/** Opens the question; whether it was gone through with. */
@Injectable({ providedIn: 'root' })
export class AskWhy {
  private readonly dialog = inject(MatDialog);

  async ask(question: ReasonQuestion): Promise<boolean> {
    const open = this.dialog.open<ReasonDialog, ReasonQuestion, boolean>(ReasonDialog, {
      data: question,
      maxWidth: '36rem',
    });
    return (await firstValueFrom(open.afterClosed())) ?? false;
  }
}
