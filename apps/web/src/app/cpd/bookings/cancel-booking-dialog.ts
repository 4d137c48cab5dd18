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
import { figure } from '@lectern/core';
import type { SessionBooking } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { BookingsApi } from './bookings-api';

/** Asks for the reason and cancels a booking; closes with the cancelled booking, or with nothing when it stays. */
@Component({
  selector: 'app-cancel-booking-dialog',
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
    <h2 mat-dialog-title>Cancel this booking?</h2>
    <form [formGroup]="form" (ngSubmit)="cancel()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>{{ consequence }}</p>
        <lectern-field
          name="reason"
          label="Why? (optional)"
          hint="Everybody on the booking and the university read this."
          [errors]="sending.errors()"
        >
          <textarea lecternBox formControlName="reason" rows="3"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="button" mat-dialog-close>Keep the booking</button>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Cancelling…' : 'Cancel the booking' }}
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
export class CancelBookingDialog {
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly booking = inject<SessionBooking>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<CancelBookingDialog, SessionBooking>>(MatDialogRef);
  private readonly api = inject(BookingsApi);
  protected readonly consequence =
    this.booking.places > 0
      ? `Its ${figure(this.booking.places, 'place')} go to the next on the waiting list. Everybody on the booking gets a letter.`
      : 'It leaves the waiting list. To come back you book again, and then stand at the end.';

  protected async cancel(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    const booking = await this.sending.send(() =>
      this.api.cancel(this.booking.id, reason === '' ? {} : { reason }),
    );
    if (booking) this.open.close(booking);
  }
}
