import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Conference, YEAR_GROUPS, type YearGroup } from '@lectern/conferences';
import type { FieldError } from '@lectern/core';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import {
  type ConferenceFormValue,
  EMPTY_FORM,
  formOf,
  type MomentField,
  suggestMoments,
} from './conference-form.rules';
import { ALLOCATION_WORDS } from './conference-words';
import { toLocal } from './london-local';
import { MomentBoxes } from './moment-field';

/** Everything that staff say about a conference; it knows no server, its page sends what it gives. */
@Component({
  selector: 'app-conference-form',
  imports: [Box, ErrorSummary, Field, FieldSet, MatButton, MomentBoxes, ReactiveFormsModule, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conference-form.html',
  styles: `
    .by-year label {
      display: block;
      font-size: 1rem;
    }
    .by-year .box {
      width: 5rem;
    }
    h2 {
      margin-block: 2.5rem 1.25rem;
      padding-top: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class ConferenceForm {
  /** The conference to change; none for a new one. */
  readonly conference = input<Conference | null>(null);
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly cancelTo = input<string | null>(null);
  readonly save = output<ConferenceFormValue>();

  protected readonly years = YEAR_GROUPS;
  protected readonly allocations = [
    { value: 'first-come', ...ALLOCATION_WORDS['first-come'] },
    { value: 'fair', ...ALLOCATION_WORDS.fair },
  ] as const;
  private readonly build = inject(NonNullableFormBuilder);
  protected readonly form = this.build.group({
    ...EMPTY_FORM,
    venue: this.build.group(EMPTY_FORM.venue),
    supervisionByYear: this.build.group(EMPTY_FORM.supervisionByYear),
    yearGroups: this.build.control<readonly YearGroup[]>([]),
  });

  constructor() {
    effect(() => {
      const conference = this.conference();
      if (conference) untracked(() => this.form.reset(formOf(conference)));
    });
    this.form.controls.startsAt.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe(({ date }) => this.suggest(date));
  }

  protected toggle(year: YearGroup, chosen: boolean): void {
    const control = this.form.controls.yearGroups;
    control.setValue(chosen ? [...control.value, year] : control.value.filter((other) => other !== year));
    control.markAsDirty();
  }

  protected submit(): void {
    this.save.emit(this.form.getRawValue());
  }

  /** Fills the dates that go with a start, but never over one that somebody chose. */
  private suggest(startDate: string): void {
    if (this.conference() || !startDate) return;
    const suggestions = suggestMoments(startDate, toLocal(new Date().toISOString()).date);
    for (const [field, moment] of Object.entries(suggestions)) {
      const control = this.form.controls[field as MomentField];
      if (control.pristine) control.setValue(moment);
    }
  }
}
