import { ChangeDetectionStrategy, Component, inject, Injectable } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** A question before something that cannot be taken back. */
export interface Question {
  readonly heading: string;
  readonly words: string;
  /** What the button that goes ahead says. */
  readonly yes: string;
  /** What the button that stays says. */
  readonly no: string;
}

/** The question in a dialog; the safe answer is first and has the focus. */
@Component({
  selector: 'app-question-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content>
      <p>{{ question.words }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="start">
      <button matButton="filled" type="button" [mat-dialog-close]="false">{{ question.no }}</button>
      <button matButton="outlined" class="danger-button" type="button" [mat-dialog-close]="true">
        {{ question.yes }}
      </button>
    </mat-dialog-actions>
  `,
})
export class QuestionDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class AskFirst {
  private readonly dialog = inject(MatDialog);

  /** Whether to go ahead; closing the dialog any other way means no. */
  async ask(question: Question): Promise<boolean> {
    const open = this.dialog.open<QuestionDialog, Question, boolean>(QuestionDialog, {
      data: question,
      maxWidth: '32rem',
    });
    return (await firstValueFrom(open.afterClosed())) ?? false;
  }
}
