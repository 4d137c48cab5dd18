import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
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
import {
  type Conference,
  GROUPING_NAMES,
  GROUPINGS,
  type Programme,
  type ProgrammeRoom,
  type ProgrammeSlot,
  type ProgrammeSpeaker,
  type ProgrammeStrand,
  SPEAKER_KIND_NAMES,
  SPEAKER_KINDS,
} from '@lectern/conferences';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { daysOf, freeTimeIn, partForm, partRequest } from './part-form.rules';
import { ProgrammeApi } from './programme-api';

export type PartQuestion = {
  readonly conference: Conference;
  readonly programme: Programme;
} & (
  | { readonly kind: 'strands'; readonly part: ProgrammeStrand | null }
  | { readonly kind: 'rooms'; readonly part: ProgrammeRoom | null }
  | { readonly kind: 'slots'; readonly part: ProgrammeSlot | null }
  | { readonly kind: 'speakers'; readonly part: ProgrammeSpeaker | null }
);

const NOUNS = { strands: 'strand', rooms: 'room', slots: 'time', speakers: 'speaker' } as const;

/** Asks for a room, a time, a speaker or a strand, or takes one away; closes with whether anything has changed. */
@Component({
  selector: 'app-part-dialog',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './part-dialog.html',
})
export class PartDialog {
  protected readonly question = inject<PartQuestion>(MAT_DIALOG_DATA);
  protected readonly noun = NOUNS[this.question.kind];
  protected readonly isNew = this.question.part === null;
  protected readonly sending = new Sending();
  protected readonly asking = signal(false);
  protected readonly days = daysOf(this.question.conference);
  protected readonly kinds = SPEAKER_KINDS.map((kind) => ({ kind, name: SPEAKER_KIND_NAMES[kind] }));
  protected readonly groupings = GROUPINGS.map((grouping) => ({ grouping, name: GROUPING_NAMES[grouping] }));
  protected readonly form = inject(NonNullableFormBuilder).group(
    partForm(this.question.part ?? {}, freeTimeIn(this.question.conference, this.question.programme.slots)),
  );
  private readonly api = inject(ProgrammeApi);
  private readonly dialog = inject<MatDialogRef<PartDialog, boolean>>(MatDialogRef);

  protected async save(): Promise<void> {
    const { kind, part, conference } = this.question;
    const request = partRequest(kind, this.form.getRawValue());
    if ('errors' in request) {
      this.sending.refuse(request.errors);
      return;
    }
    const saved = await this.sending.send(() =>
      this.api.save(conference.id, kind, part?.id ?? null, request.body),
    );
    if (saved) this.dialog.close(true);
  }

  protected async remove(): Promise<void> {
    const { kind, part, conference } = this.question;
    if (!part) return;
    const removed = await this.sending.send(async () => {
      await this.api.remove(conference.id, kind, part.id);
      return true;
    });
    this.asking.set(false);
    if (removed) this.dialog.close(true);
  }
}
