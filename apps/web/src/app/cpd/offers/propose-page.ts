import { ChangeDetectionStrategy, Component, computed, effect, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { type FieldError } from '@lectern/core';
import { PLACE_KIND_NAMES, PLACE_KINDS, type PlaceKind, type TraineeFound } from '@lectern/cpd';
import { Box, EmptyState, ErrorSummary, Field, FieldSet, PageHeader } from '@lectern/ui';
import { fromLocal, NO_MOMENT } from '../../conferences/london-local';
import { MomentBoxes } from '../../conferences/moment-field';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { OffersApi } from './offers-api';
import { TraineePicker } from './trainee-picker';

/** What the name of a place is, for each kind of place. */
const PLACE_LABELS: Readonly<Record<PlaceKind, string>> = {
  campus: 'Which room?',
  school: 'Which school?',
  online: 'What is the meeting held with?',
};

/** Where trainees propose a session that nobody has planned, with their offer to give it. */
@Component({
  selector: 'app-propose-page',
  imports: [
    Box,
    EmptyState,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    MatButton,
    MomentBoxes,
    PageHeader,
    ReactiveFormsModule,
    TraineePicker,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './propose-page.html',
})
export class ProposePage {
  private readonly api = inject(OffersApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  protected readonly kinds = PLACE_KINDS.map((kind) => ({ kind, name: PLACE_KIND_NAMES[kind] }));
  protected readonly sending = new Sending();
  private readonly forms = inject(NonNullableFormBuilder);
  protected readonly form = this.forms.group({
    programmeId: '',
    topicId: '',
    title: '',
    startsAt: NO_MOMENT,
    until: '',
    kind: this.forms.control<PlaceKind>('campus'),
    placeName: '',
    outline: '',
    team: [[] as readonly TraineeFound[]],
  });
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, { initialValue: 'campus' });
  protected readonly placeLabel = computed(() => PLACE_LABELS[this.kind()]);
  protected readonly fetched = resource({
    loader: async () => {
      const [topics, programmes] = await Promise.all([this.api.topics(), this.api.programmes()]);
      return {
        topics: topics.items,
        programmes: programmes.items.filter(({ status }) => status === 'open'),
      };
    },
  });
  protected readonly choices = computed(() => (this.fetched.hasValue() ? this.fetched.value() : null));

  constructor() {
    // With one programme there is nothing to choose.
    effect(() => {
      const [only, ...others] = this.choices()?.programmes ?? [];
      if (only && others.length === 0) this.form.controls.programmeId.setValue(only.id);
    });
  }

  protected async send(): Promise<void> {
    const { programmeId, topicId, title, startsAt, until, kind, placeName, outline, team } =
      this.form.getRawValue();
    const begins = fromLocal(startsAt);
    const ends = fromLocal({ date: startsAt.date, time: until });
    const missing = (field: string, value: string, message: string): FieldError[] =>
      value.trim() ? [] : [{ field, code: 'missing', message }];
    const wrong: FieldError[] = [
      ...missing('programmeId', programmeId, 'Choose a programme.'),
      ...missing('topicId', topicId, 'Choose a topic.'),
      ...missing('title', title, 'Enter a title for the session.'),
      ...(begins
        ? []
        : [{ field: 'startsAt', code: 'missing', message: 'Enter the day and when it begins.' }]),
      ...(ends ? [] : [{ field: 'endsAt', code: 'missing', message: 'Enter when it ends.' }]),
      ...missing('place.name', placeName, 'Say where it is.'),
      ...missing('offer.outline', outline, 'Say what you would do in the session.'),
    ];
    if (!begins || !ends || wrong.length > 0) {
      this.sending.refuse(wrong);
      return;
    }
    const made = await this.sending.send(() =>
      this.api.propose({
        programmeId,
        topicId,
        title: title.trim(),
        startsAt: begins,
        endsAt: ends,
        place: { kind, name: placeName.trim() },
        offer: { outline: outline.trim(), withTraineeIds: team.map(({ accountId }) => accountId) },
      }),
    );
    if (!made) return;
    this.said.leave('Your proposal is sent. A mentor reads it.');
    await this.router.navigate(['/my-offers', made.id]);
  }
}
