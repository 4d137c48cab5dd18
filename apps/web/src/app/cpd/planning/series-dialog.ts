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
import type { SeriesWithSessions } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';

export interface SeriesQuestion {
  readonly programmeId: string;
  /** The series that is changed; null for a new one. */
  readonly series: SeriesWithSessions | null;
}

/** Asks for a series: its title, and how many of its sessions somebody must attend. Closes with the series. */
@Component({
  selector: 'app-series-dialog',
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
    <h2 mat-dialog-title>{{ question.series ? 'Change the series' : 'New series' }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <lectern-field name="title" label="Title" [errors]="sending.errors()">
          <input lecternBox type="text" formControlName="title" autocomplete="off" />
        </lectern-field>
        <lectern-field name="summary" label="What it is about (optional)" [errors]="sending.errors()">
          <textarea lecternBox rows="3" formControlName="summary"></textarea>
        </lectern-field>
        <lectern-field
          name="sessionsExpected"
          label="Sessions to attend (optional)"
          hint="How many of its sessions somebody must come to. Leave empty for all of them."
          [errors]="sending.errors()"
        >
          <input
            lecternBox
            class="box--number"
            type="text"
            inputmode="numeric"
            formControlName="sessionsExpected"
            autocomplete="off"
          />
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="filled" type="submit">
          {{ sending.busy() ? 'Saving…' : question.series ? 'Save changes' : 'Add the series' }}
        </button>
        <button matButton="text" type="button" matDialogClose>Leave it</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SeriesDialog {
  protected readonly question = inject<SeriesQuestion>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject<MatDialogRef<SeriesDialog, SeriesWithSessions>>(MatDialogRef);
  protected readonly form = inject(NonNullableFormBuilder).group({
    title: this.question.series?.title ?? '',
    summary: this.question.series?.summary ?? '',
    sessionsExpected: String(this.question.series?.sessionsExpected ?? ''),
  });

  protected async save(): Promise<void> {
    const { programmeId, series } = this.question;
    const { title, summary, sessionsExpected } = this.form.getRawValue();
    const typed = sessionsExpected.trim();
    const facts = {
      title: title.trim(),
      summary: summary.trim() || null,
      // What is no number goes as it was typed, for the server to refuse in its words.
      sessionsExpected:
        typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : (typed as unknown as number),
    };
    const kept = await this.sending.send(() =>
      series ? this.api.changeSeries(series.id, facts) : this.api.createSeries({ programmeId, ...facts }),
    );
    if (kept) this.dialog.close(kept);
  }
}
