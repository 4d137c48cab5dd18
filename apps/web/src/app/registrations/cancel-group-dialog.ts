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
import type { Group, GroupCancellation } from '@lectern/registrations';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { figure } from './counts';
import { GroupsApi } from './groups-api';

/** Asks for the reason and cancels a group; closes with the cancelled group, or with nothing when it stays. */
@Component({
  selector: 'app-cancel-group-dialog',
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
    <h2 mat-dialog-title>Cancel this group?</h2>
    <form [formGroup]="form" (ngSubmit)="cancel()" novalidate>
      <mat-dialog-content>
        <lectern-error-summary [errors]="sending.errors()" />
        <p>{{ consequence }}</p>
        <lectern-field
          name="reason"
          label="Why can the group not come? (optional)"
          hint="The university reads this. Name no pupils."
          [errors]="sending.errors()"
        >
          <textarea lecternBox formControlName="reason" rows="3"></textarea>
        </lectern-field>
      </mat-dialog-content>
      <mat-dialog-actions align="start">
        <button matButton="filled" type="button" mat-dialog-close>Keep the group</button>
        <button matButton="outlined" class="danger-button" type="submit">
          {{ sending.busy() ? 'Cancelling…' : 'Cancel the group' }}
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
export class CancelGroupDialog {
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly group = inject<Group>(MAT_DIALOG_DATA);
  private readonly open = inject<MatDialogRef<CancelGroupDialog, Group>>(MatDialogRef);
  private readonly api = inject(GroupsApi);
  protected readonly consequence =
    this.group.places > 0
      ? `Its ${figure(this.group.places, 'place')} go to the next school on the waiting list and its tickets stop working. This cannot be undone.`
      : 'It leaves the waiting list. This cannot be undone.';

  protected async cancel(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    const request: GroupCancellation = reason ? { reason } : {};
    const group = await this.sending.send(() => this.api.cancel(this.group.id, request));
    if (group) this.open.close(group);
  }
}
