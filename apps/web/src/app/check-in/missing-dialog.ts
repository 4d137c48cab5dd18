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
import type { MissingPupil, RollPerson } from '@lectern/check-in';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { DeskApi } from './desk-api';
import { lastSeenWords } from './missing.rules';

export interface MissingQuestion {
  readonly conferenceId: string;
  readonly person: RollPerson;
}

/** Opens the record of a pupil whom nobody can find; closes with it, or with nothing. */
@Component({
  selector: 'app-missing-dialog',
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
    <h2 mat-dialog-title>Is {{ question.person.displayName }} missing?</h2>
    <form [formGroup]="form" (ngSubmit)="open()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>
          A record opens with the time, and takes you through what to do. Every supervisor’s phone can see it.
        </p>
        <lectern-field
          name="lastSeen"
          label="Where and when were they last seen?"
          hint="This is what the doors know. Say what else you know, such as what they wear."
          [errors]="sending.errors()"
        >
          <textarea lecternBox rows="3" maxlength="500" formControlName="lastSeen"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="filled" class="danger-button" type="submit">
          {{ sending.busy() ? 'Opening…' : 'Open the record' }}
        </button>
        <button matButton="text" type="button" matDialogClose>They are here</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class MissingDialog {
  protected readonly question = inject<MissingQuestion>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    lastSeen: lastSeenWords(this.question.person),
  });
  private readonly api = inject(DeskApi);
  private readonly dialog = inject<MatDialogRef<MissingDialog, MissingPupil>>(MatDialogRef);

  protected async open(): Promise<void> {
    const { conferenceId, person } = this.question;
    const { lastSeen } = this.form.getRawValue();
    const record = await this.sending.send(() =>
      this.api.reportMissing(conferenceId, { ticketId: person.ticketId, lastSeen }),
    );
    if (record) this.dialog.close(record);
  }
}
