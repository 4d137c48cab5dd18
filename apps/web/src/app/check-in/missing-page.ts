import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { MISSING_OUTCOME_WORDS, type MissingOutcome } from '@lectern/check-in';
import { Box, ErrorSummary, Field, FieldSet, Icon, London, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import { DeskApi } from './desk-api';
import { MissingWatch } from './missing-watch';
import { missingFor, procedureOf } from './missing.rules';

/** One missing pupil: how long, what to do next, what was done; and, once they are found, how it ended. */
@Component({
  selector: 'app-missing-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    Icon,
    London,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    StatusMark,
  ],
  providers: [MissingWatch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './missing-page.html',
  styleUrl: './missing-page.scss',
})
export class MissingPage {
  readonly id = input.required<string>();
  readonly recordId = input.required<string>();
  protected readonly watch = inject(MissingWatch);
  protected readonly sending = new Sending();
  protected readonly note = inject(NonNullableFormBuilder).group({ text: '' });
  protected readonly ending = inject(NonNullableFormBuilder).group({
    outcome: inject(NonNullableFormBuilder).control<MissingOutcome | ''>(''),
    note: '',
  });
  protected readonly outcomes = (Object.keys(MISSING_OUTCOME_WORDS) as MissingOutcome[]).map((outcome) => ({
    outcome,
    words: MISSING_OUTCOME_WORDS[outcome],
  }));
  private readonly api = inject(DeskApi);
  private readonly groups = inject(ConferenceGroupsApi);
  private readonly coming = resource({
    params: () => this.id(),
    loader: ({ params }) => this.groups.all(params),
  });
  /** Whom to ring at the school; nobody while the groups could not be fetched, and two where two schools are called alike. */
  protected readonly leaders = computed(() => {
    const school = this.shown()?.record.school;
    const groups = this.coming.hasValue() ? this.coming.value() : [];
    return groups
      .filter((group) => group.school.name === school && group.status !== 'cancelled')
      .map(({ id, visitLeader }) => ({
        id,
        name: visitLeader.name,
        phone: visitLeader.phone,
        call: `tel:${visitLeader.phone.replace(/[^+\d]/g, '')}`,
      }));
  });
  private readonly log = viewChild<ElementRef<HTMLElement>>('log');

  protected readonly shown = computed(() => {
    const records = this.watch.records.hasValue() ? this.watch.records.value() : [];
    const record = records.find(({ id }) => id === this.recordId());
    if (!record) return null;
    const isOpen = record.closedAt === null;
    return {
      record,
      isOpen,
      mark: isOpen
        ? ({ tone: 'stop', words: 'Missing' } as const)
        : ({ tone: 'go', words: 'Record closed' } as const),
      elapsed: `${isOpen ? 'Missing' : 'Was missing'} for ${missingFor(record, this.watch.now())}`,
      outcome: record.outcome ? MISSING_OUTCOME_WORDS[record.outcome] : '',
      procedure: procedureOf(record, this.watch.procedure(), this.watch.now()),
    };
  });

  constructor() {
    effect(() => this.watch.conferenceId.set(this.id()));
  }

  /** One press: the record keeps the words with the time and the name. */
  protected async add(text: string): Promise<boolean> {
    const record = await this.sending.send(() => this.api.addStep(this.recordId(), text));
    if (!record) return false;
    this.watch.show(record);
    // The button that was pressed is gone; what it wrote is where the reader goes on.
    this.log()?.nativeElement.focus();
    return true;
  }

  protected async addNote(): Promise<void> {
    if (await this.add(this.note.getRawValue().text)) this.note.reset();
  }

  protected async close(): Promise<void> {
    const { outcome, note } = this.ending.getRawValue();
    if (outcome === '') {
      this.sending.refuse([{ field: 'outcome', code: 'missing', message: 'Choose how it ended.' }]);
      return;
    }
    const words = note.trim();
    const record = await this.sending.send(() =>
      this.api.closeMissing(this.recordId(), words ? { outcome, note: words } : { outcome }),
    );
    if (!record) return;
    this.watch.show(record);
    this.log()?.nativeElement.focus();
  }

  protected print(): void {
    print();
  }
}
