import {
  ChangeDetectionStrategy,
  Component,
  computed,
  Directive,
  forwardRef,
  inject,
  input,
} from '@angular/core';
import type { FieldError } from '@lectern/core';
import { errorOf, fieldId } from './form-errors';

/** What a box needs to know of the field around it: its id, and which texts describe it. */
@Directive()
abstract class FieldAround {
  readonly name = input.required<string>();
  readonly hint = input('');
  readonly errors = input<readonly FieldError[]>([]);
  readonly id = computed(() => fieldId(this.name()));
  readonly error = computed(() => errorOf(this.errors(), this.name())?.message);
  readonly describedBy = computed(
    () =>
      [this.hint() && `${this.id()}-hint`, this.error() && `${this.id()}-wrong`].filter(Boolean).join(' ') ||
      null,
  );
}

/** One question of a form: label, hint and what is wrong, above the box (`<input lecternBox>`) that it wraps. */
@Component({
  selector: 'lectern-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="field" [class.field--wrong]="error()">
      <label [for]="id()">{{ label() }}</label>
      @if (hint()) {
        <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      @if (error(); as words) {
        <p class="wrong" [id]="id() + '-wrong'"><span class="spoken">Error: </span>{{ words }}</p>
      }
      <ng-content />
    </div>
  `,
  providers: [{ provide: FieldAround, useExisting: forwardRef(() => Field) }],
})
export class Field extends FieldAround {
  readonly label = input.required<string>();
}

/** A question answered with several boxes (tick boxes, radio buttons, a date and a time). */
@Component({
  selector: 'lectern-field-set',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="field" [class.field--wrong]="error()">
      <fieldset [id]="id()" [attr.aria-describedby]="describedBy()">
        <legend>{{ label() }}</legend>
        @if (hint()) {
          <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
        }
        @if (error(); as words) {
          <p class="wrong" [id]="id() + '-wrong'"><span class="spoken">Error: </span>{{ words }}</p>
        }
        <ng-content />
      </fieldset>
    </div>
  `,
})
export class FieldSet extends FieldAround {
  readonly label = input.required<string>();
}

/** The box of a field: an input, select or textarea that is named and described by the field around it. */
@Directive({
  selector: 'input[lecternBox], select[lecternBox], textarea[lecternBox]',
  host: {
    class: 'box',
    '[id]': 'field.id()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class Box {
  protected readonly field = inject(FieldAround);
}
