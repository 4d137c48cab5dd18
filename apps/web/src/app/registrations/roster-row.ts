import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { Icon } from '@lectern/ui';
import { type CellField, cellId, DAY_ONLY_FIELDS, type DraftRow } from './draft-row.rules';

export interface CellEdit {
  readonly key: number;
  readonly field: CellField;
  readonly value: string;
}

const listed = (lines: readonly number[]): string =>
  lines.length < 2 ? lines.join('') : `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;

/** One person of a list: every cell can be mended where it stands, and says itself what is wrong with it. */
@Component({
  selector: 'app-roster-row',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roster-row.html',
  styleUrl: './roster-row.scss',
  host: { role: 'row', '[class.row--wrong]': 'row().errors.length > 0' },
})
export class RosterRow {
  readonly row = input.required<DraftRow>();
  /** The rows that name the same person as this one, this one among them. */
  readonly sameAs = input<readonly number[]>([]);
  /** Whether the conference asks for dates of birth. */
  readonly asksBirthDate = input(false);
  readonly edited = output<CellEdit>();
  readonly removed = output<number>();
  protected readonly dayOnlyFields = DAY_ONLY_FIELDS;
  private readonly opened = signal(false);

  protected readonly errors = computed(
    () => new Map(this.row().errors.map((error) => [error.field, error.message])),
  );
  protected readonly isOpen = computed(
    () =>
      this.opened() ||
      this.row().errors.some(({ field }) => field.startsWith('dayOnly.') || field === 'birthDate'),
  );
  protected readonly repeats = computed(() => {
    const others = this.sameAs().filter((line) => line !== this.row().line);
    if (others.length === 0) return '';
    return `The same name is in ${others.length === 1 ? 'row' : 'rows'} ${listed(others)}.`;
  });
  protected readonly needs = computed(() => {
    const { dayOnly } = this.row().cells;
    const said = DAY_ONLY_FIELDS.filter(({ field }) => dayOnly[field]).map(({ label }) => label);
    return said.length === 0 ? 'None' : said.join(', ');
  });
  protected readonly name = computed(() => {
    const { givenName, familyName } = this.row().cells;
    return `${givenName} ${familyName}`.trim() || `row ${this.row().line}`;
  });

  protected cellId(field: string): string {
    return cellId(this.row().key, field);
  }

  protected edit(field: CellField, box: EventTarget | null): void {
    const { value } = box as HTMLInputElement | HTMLSelectElement;
    this.edited.emit({ key: this.row().key, field, value });
  }

  protected toggle(): void {
    this.opened.update((opened) => !opened);
  }
}
