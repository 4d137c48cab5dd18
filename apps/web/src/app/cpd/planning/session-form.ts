import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type FieldError, HALF_TERM_NAMES, halfTermOf, instantOfLondonWall, londonDay } from '@lectern/core';
import {
  type CpdSessionRequest,
  PLACE_KIND_NAMES,
  PLACE_KINDS,
  type PlaceKind,
  QUALIFICATION_NAMES,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { PlanningApi } from './planning-api';
import { EMPTY_SESSION, missingIn, type SessionFormValue, sessionRequestOf } from './session-form.rules';

const PLACE_LABELS: Readonly<Record<PlaceKind, string>> = {
  campus: 'Room',
  school: 'School',
  online: 'What the meeting is held with',
};

/** Everything that staff say about a session; its page sends what it gives. */
@Component({
  selector: 'app-cpd-session-form',
  imports: [Box, ErrorSummary, Fetched, Field, FieldSet, MatButton, ReactiveFormsModule, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-form.html',
  styles: `
    .times {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5rem;
    }
    .beside {
      margin-top: -1.25rem;
    }
  `,
})
export class SessionForm {
  /** What the form begins with. */
  readonly begin = input<SessionFormValue>(EMPTY_SESSION);
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly cancelTo = input<string | null>(null);
  /** Whether only its title and its topic can still be put right. */
  readonly namesOnly = input(false);
  readonly save = output<CpdSessionRequest>();

  private readonly api = inject(PlanningApi);
  protected readonly form = inject(NonNullableFormBuilder).group(EMPTY_SESSION);
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  private readonly missing = signal<readonly FieldError[]>([]);
  protected readonly wrong = computed(() => (this.missing().length > 0 ? this.missing() : this.errors()));
  protected readonly kinds = PLACE_KINDS.map((kind) => ({ kind, name: PLACE_KIND_NAMES[kind] }));
  protected readonly kind = computed(() => this.value().kind ?? 'campus');
  protected readonly placeLabel = computed(() => PLACE_LABELS[this.kind()]);
  protected readonly known = resource({
    loader: async () => {
      const [programmes, topics] = await Promise.all([this.api.programmes(), this.api.topics()]);
      return { programmes, topics };
    },
  });
  private readonly programmeId = computed(() => this.value().programmeId ?? '');
  private readonly programme = computed(() =>
    this.known.hasValue()
      ? this.known.value().programmes.find(({ id }) => id === this.programmeId())
      : undefined,
  );
  protected readonly series = resource({
    params: () => this.programmeId() || undefined,
    loader: ({ params: id }) => this.api.allSeries(id),
  });
  private readonly calendar = resource({
    params: () => this.programme()?.academicYear,
    loader: ({ params: year }) => this.api.calendar(year),
  });
  protected readonly topics = computed(() => {
    if (!this.known.hasValue()) return [];
    const { topics } = this.known.value();
    const standing = this.begin().topicId;
    return (['gcse', 'a-level'] as const).map((qualification) => ({
      name: QUALIFICATION_NAMES[qualification],
      topics: topics.filter(
        (topic) => topic.qualification === qualification && (topic.active || topic.id === standing),
      ),
    }));
  });
  /** In which half-term the day lies, said while one chooses. */
  protected readonly dayWords = computed(() => {
    const date = this.value().date ?? '';
    const programme = this.programme();
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || !this.calendar.hasValue() || !programme) return '';
    const noon = instantOfLondonWall(Date.parse(`${date}T12:00:00Z`));
    if (date < londonDay(new Date())) return 'This day has passed: nobody could book the session.';
    const half = halfTermOf(noon, this.calendar.value());
    return half === null
      ? `This day is in the holidays, or outside ${programme.academicYear}.`
      : `${HALF_TERM_NAMES[half]}, ${programme.academicYear}`;
  });

  constructor() {
    effect(() => {
      const begin = this.begin();
      untracked(() => this.form.reset(begin));
    });
    effect(() => {
      for (const [name, control] of Object.entries(this.form.controls)) {
        if (this.namesOnly() && name !== 'title' && name !== 'topicId') control.disable();
        else control.enable();
      }
    });
    this.form.controls.topicId.valueChanges.pipe(takeUntilDestroyed()).subscribe((id) => this.suggest(id));
    this.form.controls.programmeId.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.form.controls.seriesId.dirty && this.form.controls.seriesId.setValue(''));
  }

  protected submit(): void {
    const form = this.form.getRawValue();
    this.missing.set(missingIn(form));
    if (this.missing().length === 0) this.save.emit(sessionRequestOf(form));
  }

  /** A session is first called as its topic is, until somebody names it. */
  private suggest(topicId: string): void {
    const { title } = this.form.controls;
    if (!title.pristine || !this.known.hasValue() || this.begin().title) return;
    title.setValue(this.known.value().topics.find(({ id }) => id === topicId)?.title ?? '');
  }
}
