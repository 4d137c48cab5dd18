import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { FieldError } from '@lectern/core';
import { type LabelSheet, type TicketLayout } from '@lectern/registrations';
import { Box, ErrorSummary, Field, FieldSet, Icon } from '@lectern/ui';
import { map } from 'rxjs';
import { LayoutPicture } from './layout-picture';
import {
  chosenSheet,
  LAYOUT_WORDS,
  NOTHING_CHOSEN,
  printQuestion,
  whereItBegins,
  wrongWithPrint,
} from './print-choice.rules';
import { SheetPicture } from './sheet-picture';

/** A school whose badges can be printed alone. */
export interface PrintableSchool {
  readonly urn: string;
  readonly name: string;
}

const LAYOUTS: readonly TicketLayout[] = ['badges', 'badges-a4', 'labels', 'list'];
const MEASURES: readonly { name: keyof LabelSheet; label: string; hint: string }[] = [
  { name: 'labelWidth', label: 'Label width', hint: 'In millimetres, such as 70' },
  { name: 'labelHeight', label: 'Label height', hint: 'In millimetres, such as 42.3' },
  { name: 'columns', label: 'Columns', hint: 'Labels side by side' },
  { name: 'rows', label: 'Rows', hint: 'Labels one below another' },
  { name: 'marginLeft', label: 'Left margin', hint: 'Paper’s edge to the first label' },
  { name: 'marginTop', label: 'Top margin', hint: 'Paper’s edge to the first label' },
  { name: 'gapAcross', label: 'Gap between columns', hint: 'Nothing when they touch' },
  { name: 'gapDown', label: 'Gap between rows', hint: 'Nothing when they touch' },
];

/** What to print tickets on: the layout, the sheet of labels and where it is still whole; one button fetches it. */
@Component({
  selector: 'app-print-choice',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    Icon,
    LayoutPicture,
    MatButton,
    ReactiveFormsModule,
    SheetPicture,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './print-choice.html',
  styleUrl: './print-choice.scss',
})
export class PrintChoice {
  /** Where the PDF is fetched from, without its question. */
  readonly address = input.required<string>();
  /** For a whole conference: the schools to choose one of. */
  readonly schools = input<readonly PrintableSchool[]>([]);
  protected readonly form = inject(NonNullableFormBuilder).group({ ...NOTHING_CHOSEN });
  private readonly answers = toSignal(this.form.valueChanges.pipe(map(() => this.form.getRawValue())), {
    initialValue: this.form.getRawValue(),
  });
  private readonly asked = signal(false);
  protected readonly layouts = LAYOUTS.map((layout) => ({ layout, ...LAYOUT_WORDS[layout] }));
  protected readonly measures = MEASURES;
  protected readonly words = computed(() => LAYOUT_WORDS[this.answers().layout]);
  protected readonly onLabels = computed(() => this.answers().layout === 'labels');
  protected readonly measured = computed(() => this.onLabels() && this.answers().sheet === 'custom');
  protected readonly wrong = computed(() => wrongWithPrint(this.answers()));
  /** Nothing is called wrong before the button was pressed, and from then on until it is mended. */
  protected readonly errors = computed<readonly FieldError[]>(() => (this.asked() ? this.wrong() : []));
  protected readonly href = computed(
    () => `${this.address()}?${new URLSearchParams(printQuestion(this.answers())).toString()}`,
  );
  protected readonly sheet = computed(() => {
    const chosen = chosenSheet(this.answers());
    return chosen && { ...chosen, words: whereItBegins(chosen) };
  });

  /** Holds the download back while something is wrong, and says what. */
  protected check(event: Event): void {
    const isWrong = this.wrong().length > 0;
    this.asked.set(isWrong);
    if (isWrong) event.preventDefault();
  }
}
