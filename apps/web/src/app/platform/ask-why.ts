import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { StepQuestion } from './step-question';

/** Asks a question about a step in a dialog. */
@Injectable({ providedIn: 'root' })
export class AskWhy {
  private readonly dialogs = inject(MatDialog);

  /** What came of the step; undefined when it was not taken. */
  async ask<T extends object>(question: StepQuestion<T>): Promise<T | undefined> {
    const { WhyDialog } = await import('./why-dialog');
    const dialog = this.dialogs.open<unknown, StepQuestion<T>, T>(WhyDialog, {
      data: question,
      maxWidth: '36rem',
      autoFocus: question.reason ? 'textarea' : 'first-heading',
      restoreFocus: true,
    });
    return firstValueFrom(dialog.afterClosed());
  }
}
