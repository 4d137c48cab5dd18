import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { FieldError } from '@lectern/core';
import type { PersonKind } from '@lectern/registrations';
import { Box, ErrorSummary, Field, FieldSet, Icon, TakeFocus } from '@lectern/ui';
import { firstValueFrom, merge } from 'rxjs';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { badgeAddress, DeskApi } from './desk-api';

const FULL = 'no-places-left';

const missing = (field: string, message: string): FieldError => ({ field, code: 'missing', message });

interface Added {
  readonly name: string;
  readonly school: string;
  readonly badge: string;
  readonly isOver: boolean;
}

/** Somebody who came without being on a list: staff put them on the one of the school that they came with. */
@Component({
  selector: 'app-walk-in-dialog',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './walk-in-dialog.html',
})
export class WalkInDialog {
  private readonly conferenceId = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(DeskApi);
  private readonly coming = inject(ConferenceGroupsApi);
  protected readonly sending = new Sending();
  protected readonly added = signal<Added | null>(null);
  private readonly builder = inject(NonNullableFormBuilder);
  protected readonly form = this.builder.group({
    groupId: '',
    kind: this.builder.control<PersonKind>('pupil'),
    givenName: '',
    familyName: '',
    yearGroup: '',
    reason: '',
  });
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, {
    initialValue: 'pupil',
  });
  protected readonly isPupil = computed(() => this.kind() === 'pupil');
  protected readonly groups = resource({ loader: () => this.coming.all(this.conferenceId) });
  protected readonly schools = computed(() =>
    (this.groups.hasValue() ? this.groups.value() : [])
      .filter(({ status }) => status === 'confirmed')
      .map(({ id, school, places, pupilsNamed }) => ({
        id,
        name: school.name,
        words: `${school.name} (${pupilsNamed} of ${places} places named)`,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  );
  /** Whether the server found no place for them; the next press goes over the places knowingly. */
  protected readonly isFull = computed(() => this.sending.errors()[0]?.code === FULL);

  constructor() {
    const { groupId, kind } = this.form.controls;
    // "No place" was said of this school: another may have one.
    merge(groupId.valueChanges, kind.valueChanges)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.isFull()) this.sending.refuse([]);
      });
  }

  protected async add(): Promise<void> {
    const { groupId, kind, yearGroup, ...said } = this.form.getRawValue();
    const [givenName, familyName, reason] = [said.givenName, said.familyName, said.reason].map((text) =>
      text.trim(),
    ) as [string, string, string];
    const overPlaces = this.isFull();
    const errors = [
      ...(groupId ? [] : [missing('groupId', 'Choose the school that they came with.')]),
      ...(givenName ? [] : [missing('givenName', 'Enter a first name.')]),
      ...(familyName ? [] : [missing('familyName', 'Enter a last name.')]),
      ...(kind === 'adult' || /^\d{1,2}$/.test(yearGroup.trim())
        ? []
        : [missing('yearGroup', 'Enter a year group, 7 to 13.')]),
      ...(reason ? [] : [missing('reason', 'Say why they come without being on the list.')]),
    ];
    if (errors.length > 0) return this.sending.refuse(errors);
    const added = await this.sending.send(() =>
      this.api.walkIn(this.conferenceId, {
        ...{ groupId, kind, givenName, familyName, reason },
        ...(kind === 'pupil' ? { yearGroup: Number(yearGroup) } : {}),
        ...(overPlaces ? { overPlaces } : {}),
      }),
    );
    if (!added) return;
    this.added.set({
      name: `${givenName} ${familyName}`,
      school: this.schools().find(({ id }) => id === groupId)?.name ?? '',
      badge: badgeAddress(this.conferenceId, added.ticketId),
      isOver: added.overPlaces,
    });
  }

  /** The next of the same school, most likely for the same reason. */
  protected another(): void {
    this.form.patchValue({ givenName: '', familyName: '' });
    this.added.set(null);
    this.groups.reload();
  }
}

/** Opens the form; resolves when it was closed. */
export const askForWalkIn = (dialogs: MatDialog, conferenceId: string): Promise<unknown> =>
  firstValueFrom(
    dialogs.open(WalkInDialog, { data: conferenceId, width: '36rem', restoreFocus: true }).afterClosed(),
  );
