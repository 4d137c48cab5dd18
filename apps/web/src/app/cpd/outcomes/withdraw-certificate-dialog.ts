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
import type { Certificate } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { OutcomesApi } from './outcomes-api';

/** Withdraws a certificate with a reason; closes with it as it is then, or with nothing. */
@Component({
  selector: 'app-withdraw-certificate-dialog',
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
    <h2 mat-dialog-title>Withdraw {{ certificate.name }}’s certificate?</h2>
    <form [formGroup]="form" (ngSubmit)="withdraw()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>Whoever checks its code is told that it no longer holds. This cannot be taken back.</p>
        <lectern-field
          name="reason"
          label="Why?"
          [hint]="certificate.name + ' reads this in a letter.'"
          [errors]="sending.errors()"
        >
          <textarea lecternBox rows="3" formControlName="reason"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Withdrawing…' : 'Withdraw the certificate' }}
        </button>
        <button matButton="text" type="button" matDialogClose>Keep it</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class WithdrawCertificateDialog {
  protected readonly certificate = inject<Certificate>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly api = inject(OutcomesApi);
  private readonly dialog = inject<MatDialogRef<WithdrawCertificateDialog, Certificate>>(MatDialogRef);

  protected async withdraw(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    if (!reason) {
      this.sending.refuse([
        { field: 'reason', code: 'missing', message: 'Say why the certificate is withdrawn.' },
      ]);
      return;
    }
    const withdrawn = await this.sending.send(() => this.api.withdraw(this.certificate.id, { reason }));
    if (withdrawn) this.dialog.close(withdrawn);
  }
}
