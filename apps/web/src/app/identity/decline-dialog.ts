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
import type { AccessRequest } from '@lectern/identity';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { PeopleApi } from './people-api';

/** Declines a request with a reason; closes with the request as it is then, or with nothing. */
@Component({
  selector: 'app-decline-dialog',
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
    <h2 mat-dialog-title>Decline {{ request.name }}’s request?</h2>
    <form [formGroup]="form" (ngSubmit)="decline()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <lectern-field
          name="reason"
          label="Why?"
          [hint]="request.name + ' reads this in a letter.'"
          [errors]="sending.errors()"
        >
          <textarea lecternBox rows="3" formControlName="reason"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Declining…' : 'Decline the request' }}
        </button>
        <button matButton="text" type="button" matDialogClose>Not yet</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class DeclineDialog {
  protected readonly request = inject<AccessRequest>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly api = inject(PeopleApi);
  private readonly dialog = inject<MatDialogRef<DeclineDialog, AccessRequest>>(MatDialogRef);

  protected async decline(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    if (!reason) {
      this.sending.refuse([
        { field: 'reason', code: 'missing', message: 'Say why, so that they can put it right.' },
      ]);
      return;
    }
    const declined = await this.sending.send(() => this.api.decline(this.request.id, reason));
    if (declined) this.dialog.close(declined);
  }
}
