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
import { count, londonDay } from '@lectern/core';
import { SUITABILITY_YEARS, type TraineeSuitability } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Sending } from '../../platform/sending';
import { SuitabilityApi } from './suitability-api';

/** Records that a trainee’s suitability was confirmed; closes with how it stands then, or with nothing. */
@Component({
  selector: 'app-suitability-dialog',
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
    <h2 mat-dialog-title>Suitability of {{ trainee.name }}</h2>
    <form [formGroup]="form" (ngSubmit)="record()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>
          Record that it was confirmed, and nothing else: no number, no level, nothing of what a certificate
          says.
        </p>
        <lectern-field name="confirmedBy" label="Who confirmed it?" [errors]="sending.errors()">
          <input lecternBox type="text" formControlName="confirmedBy" autocomplete="off" />
        </lectern-field>
        <lectern-field
          name="confirmedOn"
          label="On which day?"
          [hint]="'It holds for ' + years + ' from that day.'"
          [errors]="sending.errors()"
        >
          <input lecternBox class="box--date" type="date" formControlName="confirmedOn" />
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="submit">
          {{ sending.busy() ? 'Recording…' : 'Record it' }}
        </button>
        <button matButton="text" type="button" mat-dialog-close>Not now</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SuitabilityDialog {
  protected readonly trainee = inject<Pick<TraineeSuitability, 'accountId' | 'name'>>(MAT_DIALOG_DATA);
  protected readonly years = count(SUITABILITY_YEARS, 'year');
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    confirmedBy: inject(SessionStore).account()?.name ?? '',
    confirmedOn: londonDay(new Date()),
  });
  private readonly api = inject(SuitabilityApi);
  private readonly open = inject<MatDialogRef<SuitabilityDialog, TraineeSuitability>>(MatDialogRef);

  protected async record(): Promise<void> {
    const { confirmedBy, confirmedOn } = this.form.getRawValue();
    const recorded = await this.sending.send(() =>
      this.api.record(this.trainee.accountId, { confirmedBy: confirmedBy.trim(), confirmedOn }),
    );
    if (recorded) this.open.close(recorded);
  }
}
