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
import type { PresenterOffer } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { OffersApi } from './offers-api';

/** Asks for the reason and takes an offer back; closes with the offer as it is then, or with nothing when it stays. */
@Component({
  selector: 'app-withdraw-dialog',
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
    <h2 mat-dialog-title>Withdraw this offer?</h2>
    <form [formGroup]="form" (ngSubmit)="withdraw()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>{{ consequence }}</p>
        <lectern-field
          name="reason"
          label="Why?"
          hint="Your team and the mentors read this."
          [errors]="sending.errors()"
        >
          <textarea lecternBox formControlName="reason" rows="3"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="button" mat-dialog-close>Keep the offer</button>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Withdrawing…' : 'Withdraw the offer' }}
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
export class WithdrawDialog {
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly offer = inject<PresenterOffer>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<WithdrawDialog, PresenterOffer>>(MatDialogRef);
  private readonly api = inject(OffersApi);
  protected readonly consequence =
    (this.offer.presenters.length > 1 ? 'It is withdrawn for the whole team. ' : '') +
    (this.offer.status === 'standby'
      ? 'Those behind you move up.'
      : 'Your place goes to whoever stands first on standby.');

  protected async withdraw(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    if (!reason) {
      const message = 'Say why you withdraw, so that your mentor can find somebody else.';
      this.sending.refuse([{ field: 'reason', code: 'missing', message }]);
      return;
    }
    const withdrawn = await this.sending.send(() => this.api.withdraw(this.offer.id, reason));
    if (withdrawn) this.open.close(withdrawn);
  }
}
