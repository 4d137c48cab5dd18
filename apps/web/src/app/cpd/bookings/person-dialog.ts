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
import type { BookedPerson, SessionBooking } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { BookingsApi } from './bookings-api';

/** Who is put right, or null for a colleague who is added. */
export interface PersonQuestion {
  readonly bookingId: string;
  readonly person: BookedPerson | null;
}

/** Adds a colleague to a booking, or puts right who somebody is; closes with the booking, or with nothing. */
@Component({
  selector: 'app-person-dialog',
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
    <h2 mat-dialog-title>{{ person ? 'What we know of ' + person.name : 'Add a colleague' }}</h2>
    <form [formGroup]="form" (ngSubmit)="send()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        @if (!person) {
          <p>Colleagues of your school. They hear from us that you booked for them.</p>
        }
        <lectern-field name="name" label="Name" [errors]="sending.errors()">
          <input lecternBox formControlName="name" autocomplete="off" />
        </lectern-field>
        <lectern-field name="email" label="E-mail address" [errors]="sending.errors()">
          <input lecternBox formControlName="email" type="email" autocomplete="off" />
        </lectern-field>
        <lectern-field
          name="trn"
          label="Teacher reference number (optional)"
          hint="Seven digits."
          [errors]="sending.errors()"
        >
          <input lecternBox formControlName="trn" inputmode="numeric" autocomplete="off" />
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="submit">
          {{ sending.busy() ? 'Saving…' : person ? 'Save' : 'Add to the booking' }}
        </button>
        <button matButton="outlined" type="button" mat-dialog-close>Go back</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class PersonDialog {
  private readonly question = inject<PersonQuestion>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<PersonDialog, SessionBooking>>(MatDialogRef);
  private readonly api = inject(BookingsApi);
  protected readonly person = this.question.person;
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: this.person?.name ?? '',
    email: this.person?.email ?? '',
    trn: this.person?.trn ?? '',
  });

  protected async send(): Promise<void> {
    const { email, name, trn } = this.form.getRawValue();
    const { bookingId, person } = this.question;
    const number = trn.trim() === '' ? null : trn.trim();
    const booking = await this.sending.send(() =>
      person
        ? this.api.putRight(bookingId, person.id, { name, email, trn: number })
        : this.api.add(bookingId, { name, email, trn: number }),
    );
    if (booking) this.open.close(booking);
  }
}
