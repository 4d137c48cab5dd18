import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
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
  bookingOf,
  bookingsOf,
  type Clash,
  clashWords,
  type Conference,
  findClashes,
  type Programme,
  type ProgrammeSession,
  type ProgrammeSessionRequest,
  type YearGroup,
} from '@lectern/conferences';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { ProgrammeApi } from './programme-api';
import { slotTime } from './programme-rows.rules';

export interface SessionQuestion {
  readonly conference: Conference;
  readonly programme: Programme;
  /** The session that is changed; null for a new one. */
  readonly session: ProgrammeSession | null;
  /** Where a new one begins. */
  readonly slotId: string;
  readonly roomId: string | null;
}

const FIELDS: Readonly<Record<Clash['kind'], string>> = {
  room: 'roomId',
  speaker: 'speakerIds',
  group: 'slotId',
};

/** Asks for a session, moves it to another time or room, or takes it away; a clash is said at its field while choosing. */
@Component({
  selector: 'app-session-dialog',
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
  templateUrl: './session-dialog.html',
  styles: `
    .people {
      max-height: 14rem;
      overflow-y: auto;
    }
  `,
})
export class SessionDialog {
  protected readonly question = inject<SessionQuestion>(MAT_DIALOG_DATA);
  protected readonly isNew = this.question.session === null;
  protected readonly sending = new Sending();
  protected readonly asking = signal(false);
  private readonly builder = inject(NonNullableFormBuilder);
  private readonly api = inject(ProgrammeApi);
  private readonly dialog = inject<MatDialogRef<SessionDialog, boolean>>(MatDialogRef);
  protected readonly slots = this.question.programme.slots.map((slot) => ({
    id: slot.id,
    words: `${slot.name}, ${slotTime(slot)}`,
  }));
  protected readonly form = this.builder.group({
    title: this.question.session?.title ?? '',
    summary: this.question.session?.summary ?? '',
    slotId: this.question.session?.slotId ?? this.question.slotId,
    roomId: (this.question.session ? this.question.session.roomId : this.question.roomId) ?? '',
    strandId: this.question.session?.strandId ?? '',
  });
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly speakerIds = signal<readonly string[]>(this.question.session?.speakerIds ?? []);
  protected readonly years = signal<readonly YearGroup[]>(this.question.session?.yearGroups ?? []);

  /** What the server said, and before that what can be seen to clash already. */
  protected readonly errors = computed(() => {
    const { programme, session } = this.question;
    const { slotId = '', roomId = '', title = '' } = this.value();
    const wanted = bookingOf(programme, {
      id: session?.id ?? '',
      title,
      slotId,
      roomId: roomId || null,
      speakerIds: this.speakerIds(),
    });
    const seen = wanted ? findClashes(wanted, bookingsOf(programme)) : [];
    return [
      ...this.sending.errors(),
      ...seen.map((clash) => ({
        field: FIELDS[clash.kind],
        code: `${clash.kind}-taken`,
        message: clashWords(clash),
      })),
    ];
  });

  protected toggleSpeaker(id: string): void {
    this.speakerIds.update((chosen) => toggled(chosen, id));
  }

  protected toggleYear(year: YearGroup): void {
    this.years.update((chosen) => toggled(chosen, year));
  }

  protected async save(): Promise<void> {
    const { title, summary, slotId, roomId, strandId } = this.form.getRawValue();
    if (title.trim() === '') {
      this.sending.refuse([{ field: 'title', code: 'missing', message: 'Enter a title.' }]);
      return;
    }
    const request: ProgrammeSessionRequest = {
      title,
      summary: summary.trim() || null,
      slotId,
      roomId: roomId || null,
      strandId: strandId || null,
      yearGroups: [...this.years()],
      speakerIds: [...this.speakerIds()],
    };
    const { conference, session } = this.question;
    const saved = await this.sending.send(() =>
      this.api.save(conference.id, 'sessions', session?.id ?? null, request),
    );
    if (saved) this.dialog.close(true);
  }

  protected async remove(): Promise<void> {
    const { conference, session } = this.question;
    if (!session) return;
    const removed = await this.sending.send(async () => {
      await this.api.remove(conference.id, 'sessions', session.id);
      return true;
    });
    this.asking.set(false);
    if (removed) this.dialog.close(true);
  }
}

const toggled = <T>(chosen: readonly T[], one: T): readonly T[] =>
  chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
