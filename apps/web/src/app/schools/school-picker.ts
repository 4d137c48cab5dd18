import {
  ChangeDetectionStrategy,
  Component,
  computed,
  forwardRef,
  inject,
  input,
  type OnDestroy,
  resource,
  signal,
} from '@angular/core';
import { type ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import type { FieldError } from '@lectern/core';
import type { School } from '@lectern/schools';
import { Box, Field } from '@lectern/ui';
import { refusalOf } from '../platform/refusal';
import { SchoolsApi } from './schools-api';

const SHOWN = 12;
const PAUSE = 180;

/** Finds one school of the register while one types; its value is the school, or null until one is chosen. */
@Component({
  selector: 'app-school-picker',
  imports: [Box, Field, MatAutocomplete, MatAutocompleteTrigger, MatOption],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './school-picker.html',
  styleUrl: './school-picker.scss',
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => SchoolPicker), multi: true }],
})
export class SchoolPicker implements ControlValueAccessor, OnDestroy {
  /** The field of the request that the school goes into, so that its errors land here. */
  readonly name = input('schoolUrn');
  readonly label = input('School');
  readonly hint = input('Type part of the name, the town, the postcode or the school number.');
  readonly errors = input<readonly FieldError[]>([]);

  protected readonly chosen = signal<School | null>(null);
  protected readonly text = signal('');
  protected readonly disabled = signal(false);
  private readonly query = signal('');
  private readonly api = inject(SchoolsApi);
  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly found = resource({
    params: () => (this.query().length >= 2 ? this.query() : undefined),
    loader: ({ params }) => this.api.search(params, SHOWN),
  });
  protected readonly options = computed(() => (this.found.hasValue() ? this.found.value().items : []));
  /** What the search says of itself, also to a screen reader. */
  protected readonly news = computed(() => {
    if (this.chosen() || this.query().length < 2) return '';
    const error = this.found.error();
    if (error) return refusalOf(error).words;
    if (!this.found.hasValue()) return '';
    const count = this.options().length;
    if (count === 0) {
      return `No school matches “${this.query()}”. Try part of the name with the town, or the postcode.`;
    }
    if (count === SHOWN) return `The first ${SHOWN} schools are listed. Type more to narrow them down.`;
    return count === 1 ? 'One school found.' : `${count} schools found.`;
  });
  protected readonly showName = (school: School | string | null): string =>
    school === null || typeof school === 'string' ? (school ?? '') : school.name;

  private changed: (school: School | null) => void = () => undefined;
  protected touched: () => void = () => undefined;

  ngOnDestroy(): void {
    clearTimeout(this.pause);
  }

  writeValue(school: School | null): void {
    this.chosen.set(school);
    this.text.set(school?.name ?? '');
  }

  registerOnChange(changed: (school: School | null) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.take(null);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.query.set(text.trim()), PAUSE);
  }

  protected choose(school: School): void {
    this.text.set(school.name);
    this.take(school);
  }

  private take(school: School | null): void {
    this.chosen.set(school);
    this.changed(school);
  }
}
