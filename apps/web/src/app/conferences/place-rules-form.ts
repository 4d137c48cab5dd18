import { ChangeDetectionStrategy, Component, inject, input, type OnInit, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { FieldError } from '@lectern/core';
import {
  CRITERION_KINDS,
  CRITERION_NAMES,
  type CriterionKind,
  type PlaceRules,
} from '@lectern/registrations';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { formOf, type PlaceRulesForm as Typed } from './place-rules-form.rules';

const HINTS: Readonly<Record<CriterionKind, string>> = {
  'project-school': 'Schools of the partnership project, as ticked below.',
  'first-visit': 'Schools that had no confirmed group at an earlier conference here.',
  'priority-measure': 'Such as many pupils eligible for free school meals, as ticked below.',
  distance: 'In bands, from the university’s place on the national grid.',
  'registered-first': 'From the first school that registered to the last.',
};

/** How long offers stand and, at a fair conference, what places are shared out by. */
@Component({
  selector: 'app-place-rules-form',
  imports: [Box, ErrorSummary, Field, FieldSet, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './place-rules-form.html',
  styles: `
    form {
      max-width: var(--form);
    }
    .criterion {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--hairline);
    }
    .criterion .more {
      margin-inline-start: 2.25rem;
    }
  `,
})
export class PlaceRulesForm implements OnInit {
  readonly rules = input.required<PlaceRules>();
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  /** Whether criteria may still change: places are not shared out yet. */
  readonly isOpen = input(true);
  readonly save = output<Typed>();
  readonly tryOut = output<Typed>();
  private readonly build = inject(NonNullableFormBuilder);
  protected readonly form = this.build.group({
    offerHours: '48',
    method: this.build.control<Typed['method']>('weights'),
    criteria: this.build.group(
      Object.fromEntries(CRITERION_KINDS.map((kind) => [kind, this.boxes()])) as Record<
        CriterionKind,
        ReturnType<PlaceRulesForm['boxes']>
      >,
    ),
    favours: this.build.control<Typed['favours']>('near'),
    bandsKm: '',
    easting: '',
    northing: '',
  });
  private readonly changes = toSignal(this.form.valueChanges);
  protected readonly kinds = CRITERION_KINDS.map((kind) => ({
    kind,
    name: CRITERION_NAMES[kind],
    hint: HINTS[kind],
  }));

  ngOnInit(): void {
    this.form.setValue(formOf(this.rules()));
  }

  protected counts(kind: CriterionKind): boolean {
    this.changes();
    return this.form.controls.criteria.controls[kind].controls.counts.value;
  }

  protected numberLabel(): string {
    this.changes();
    return this.form.controls.method.value === 'weights'
      ? 'Points, 1 to 100'
      : 'Place in the order, 1 is first';
  }

  private boxes() {
    return this.build.group({ counts: false, number: '' });
  }
}
