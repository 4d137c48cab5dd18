import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { academicYearAfter, academicYearOf, HALF_TERM_NAMES, HALF_TERMS } from '@lectern/core';
import {
  CPD_PROGRAMME_TRANSITIONS,
  type CpdProgramme,
  type CpdProgrammeStatus,
  PROGRAMME_LABEL,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';
import { programmeMark } from './planning-words.rules';

const STEPS: Readonly<Record<CpdProgrammeStatus, { readonly words: string; readonly meaning: string }>> = {
  draft: { words: '', meaning: '' },
  open: {
    words: 'Open the programme',
    meaning: 'Everybody can see it from then on, and its sessions can be opened for booking.',
  },
  closed: {
    words: 'Close the programme',
    meaning: 'No more sessions are opened in it. What is open for booking stays so; you can open it again.',
  },
};

/** A whole number as typed; what is none goes as it is, for the server to refuse in its words. */
const numberOf = (typed: string): number => {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d+$/.test(text) ? Number(text) : (text as unknown as number);
};

/** The programme of an academic year: what it is called, and how many sessions each half-term should have. */
@Component({
  selector: 'app-programme-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-page.html',
  styles: `
    .halves label {
      display: block;
      font-size: 1rem;
    }
    .halves .box {
      width: 4.5rem;
    }
    .step {
      padding-top: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class CpdProgrammePage {
  /** From the address; none for a new programme. */
  readonly id = input<string>();
  protected readonly sending = new Sending();
  protected readonly moving = new Sending();
  protected readonly saved = signal(false);
  private readonly api = inject(PlanningApi);
  private readonly router = inject(Router);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly thisYear = academicYearOf(new Date());
  protected readonly years = [0, 1, -1].map((years) => academicYearAfter(this.thisYear, years));
  protected readonly halves = HALF_TERMS.map((halfTerm) => ({ halfTerm, name: HALF_TERM_NAMES[halfTerm] }));
  protected readonly programme = resource({
    params: () => this.id(),
    loader: ({ params: id }) => this.api.programme(id),
  });
  protected readonly isThere = computed(() => this.id() === undefined || this.programme.hasValue());
  protected readonly mark = computed(() =>
    this.programme.hasValue() ? programmeMark(this.programme.value().status) : null,
  );
  protected readonly steps = computed(() =>
    this.programme.hasValue()
      ? CPD_PROGRAMME_TRANSITIONS[this.programme.value().status].map((to) => ({ to, ...STEPS[to] }))
      : [],
  );
  protected readonly form = this.build.group({
    academicYear: this.thisYear,
    title: `Challenging Topics ${this.thisYear}`,
    label: PROGRAMME_LABEL,
    summary: '',
    expected: this.build.group({
      'autumn-1': '0',
      'autumn-2': '0',
      'spring-1': '0',
      'spring-2': '0',
      'summer-1': '0',
      'summer-2': '0',
    }),
  });

  constructor() {
    effect(() => {
      if (!this.programme.hasValue()) return;
      const programme = this.programme.value();
      untracked(() => this.fill(programme));
    });
  }

  protected async save(): Promise<void> {
    this.saved.set(false);
    const { academicYear, expected, title, label, summary } = this.form.getRawValue();
    const facts = {
      title: title.trim(),
      label: label.trim(),
      summary: summary.trim() || null,
      expected: HALF_TERMS.map((halfTerm) => ({ halfTerm, sessions: numberOf(expected[halfTerm]) })),
    };
    const id = this.id();
    const kept = await this.sending.send(() =>
      id === undefined
        ? this.api.createProgramme({ academicYear, ...facts })
        : this.api.changeProgramme(id, facts),
    );
    if (!kept) return;
    if (id === undefined) {
      await this.router.navigate(['/staff/cpd/programmes', kept.id]);
      return;
    }
    this.programme.set(kept);
    this.saved.set(true);
    scrollTo({ top: 0 });
  }

  protected async move(to: CpdProgrammeStatus): Promise<void> {
    const id = this.id();
    if (id === undefined) return;
    const moved = await this.moving.send(() => this.api.changeProgramme(id, { status: to }));
    if (moved) this.programme.set(moved);
  }

  private fill({ academicYear, title, label, summary, expected }: CpdProgramme): void {
    this.form.setValue({
      academicYear,
      title,
      label,
      summary: summary ?? '',
      expected: {
        'autumn-1': String(expected['autumn-1']),
        'autumn-2': String(expected['autumn-2']),
        'spring-1': String(expected['spring-1']),
        'spring-2': String(expected['spring-2']),
        'summer-1': String(expected['summer-1']),
        'summer-2': String(expected['summer-2']),
      },
    });
  }
}
