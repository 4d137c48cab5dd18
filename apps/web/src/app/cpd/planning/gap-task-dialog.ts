import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
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
import type { GapTask, SeriesWithSessions } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';

export interface GapTaskQuestion {
  readonly series: SeriesWithSessions;
  /** The task that is changed; null for a new one. */
  readonly task: GapTask | null;
  /** The session after which a new one is tried. */
  readonly afterSessionId: string;
}

/** Asks for something to try in class between two sessions, or takes it away; closes with whether anything has changed. */
@Component({
  selector: 'app-gap-task-dialog',
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
    <h2 mat-dialog-title>{{ question.task ? 'Change the gap task' : 'Add a gap task' }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <lectern-field name="afterSessionId" label="After which session?" [errors]="sending.errors()">
          <select lecternBox formControlName="afterSessionId">
            @for (session of setters; track session.id) {
              <option [value]="session.id">{{ session.title }}</option>
            }
          </select>
        </lectern-field>
        <lectern-field
          name="title"
          label="What is the task?"
          hint="In a few words."
          [errors]="sending.errors()"
        >
          <input lecternBox type="text" formControlName="title" autocomplete="off" />
        </lectern-field>
        <lectern-field name="text" label="What to try, and what to bring back" [errors]="sending.errors()">
          <textarea lecternBox rows="5" formControlName="text"></textarea>
        </lectern-field>
        @if (asking()) {
          <p role="alert">
            Remove this task for good?
            <button matButton="outlined" class="danger-button" type="button" (click)="remove()">
              Remove it
            </button>
          </p>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="filled" type="submit">
          {{ sending.busy() ? 'Saving…' : question.task ? 'Save changes' : 'Add the task' }}
        </button>
        <button matButton="text" type="button" matDialogClose>Leave it</button>
        @if (question.task && !asking()) {
          <button matButton="text" type="button" (click)="asking.set(true)">Remove…</button>
        }
      </mat-dialog-actions>
    </form>
  `,
})
export class GapTaskDialog {
  protected readonly question = inject<GapTaskQuestion>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly asking = signal(false);
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject<MatDialogRef<GapTaskDialog, boolean>>(MatDialogRef);
  protected readonly setters = this.question.series.sessions.filter(
    ({ id, status }) => status !== 'cancelled' || id === this.question.task?.afterSessionId,
  );
  protected readonly form = inject(NonNullableFormBuilder).group({
    afterSessionId: this.question.task?.afterSessionId ?? this.question.afterSessionId,
    title: this.question.task?.title ?? '',
    text: this.question.task?.text ?? '',
  });

  protected async save(): Promise<void> {
    const { series, task } = this.question;
    const { afterSessionId, title, text } = this.form.getRawValue();
    // The session is sent only when it is another: a cancelled one keeps the task it has set.
    const setter = afterSessionId === task?.afterSessionId ? {} : { afterSessionId };
    const request = { ...setter, title: title.trim(), text: text.trim() } as Parameters<
      PlanningApi['saveTask']
    >[2];
    const saved = await this.sending.send(() => this.api.saveTask(series.id, task?.id ?? null, request));
    if (saved) this.dialog.close(true);
  }

  protected async remove(): Promise<void> {
    const { series, task } = this.question;
    if (!task) return;
    const removed = await this.sending.send(async () => {
      await this.api.removeTask(series.id, task.id);
      return true;
    });
    this.asking.set(false);
    if (removed) this.dialog.close(true);
  }
}
