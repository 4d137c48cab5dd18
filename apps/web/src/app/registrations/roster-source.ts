import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { FieldError } from '@lectern/core';
import { Box, Field, FieldSet, Icon } from '@lectern/ui';

export interface RosterList {
  readonly list: string | File;
  readonly how: 'replace' | 'add';
}

interface RosterPasting {
  text: string;
  how: RosterList['how'];
}

const NOTHING: FieldError = {
  field: 'text',
  code: 'missing',
  message: 'Paste the cells with the names, or choose a file.',
};

/** Where a list comes from: cells pasted from a spreadsheet first, a file second, typing last. */
@Component({
  selector: 'app-roster-source',
  imports: [Box, Field, FieldSet, Icon, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roster-source.html',
  styleUrl: './roster-source.scss',
  host: {
    '[class.dropping]': 'dropping()',
    '(dragover)': 'drag($event, true)',
    '(dragleave)': 'drag($event, false)',
    '(drop)': 'drop($event)',
  },
})
export class RosterSource {
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  /** How many are on the list already; with somebody on it, one says whether the new list takes its place. */
  readonly already = input(0);
  /** Whether the conference asks for dates of birth. */
  readonly asksBirthDate = input(false);
  /** The day on which what is needed on the day is deleted. */
  readonly dayOnlyGoes = input('');
  protected readonly hint = computed(
    () =>
      `${this.asksBirthDate() ? 'First name, last name, year group and date of birth' : 'First name, last name and year group'}, in any order and with their headings. Columns that are not needed, such as UPNs${this.asksBirthDate() ? '' : ' or dates of birth'}, are left out.`,
  );
  readonly read = output<RosterList>();
  /** Asks to type the names instead. */
  readonly typed = output();
  /** Asks to have what is wrong with the box listed above the page. */
  readonly refused = output<readonly FieldError[]>();
  protected readonly dropping = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group<RosterPasting>({ text: '', how: 'replace' });

  protected check(): void {
    const { text, how } = this.form.getRawValue();
    if (text.trim() === '') this.refused.emit([NOTHING]);
    else this.read.emit({ list: text, how });
  }

  protected choose(box: HTMLInputElement): void {
    const file = box.files?.[0];
    if (file) this.send(file);
    // Choosing the same file once more, mended, must be a change again.
    box.value = '';
  }

  protected drag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping.set(over);
  }

  protected drop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    this.dropping.set(false);
    if (!file) return;
    event.preventDefault();
    this.send(file);
  }

  private send(file: File): void {
    this.read.emit({ list: file, how: this.form.getRawValue().how });
  }
}
