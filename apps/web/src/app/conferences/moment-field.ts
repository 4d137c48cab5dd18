import { ChangeDetectionStrategy, Component, forwardRef, input, signal } from '@angular/core';
import { type ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import type { FieldError } from '@lectern/core';
import { fieldId, FieldSet } from '@lectern/ui';
import { type LocalMoment, NO_MOMENT } from './london-local';

/** A date and a time of day on London's clocks, as one question. */
@Component({
  selector: 'app-moment-field',
  imports: [FieldSet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lectern-field-set [name]="name()" [label]="label()" [hint]="hint()" [errors]="errors()">
      <div class="choices">
        <div>
          <label [for]="id(name()) + '-date'">Date</label>
          <input
            #date
            class="box box--date"
            type="date"
            [id]="id(name()) + '-date'"
            [value]="moment().date"
            (change)="typed({ date: date.value, time: time.value })"
            (blur)="touched()"
          />
        </div>
        <div>
          <label [for]="id(name()) + '-time'">Time</label>
          <input
            #time
            class="box box--time"
            type="time"
            [id]="id(name()) + '-time'"
            [value]="moment().time"
            (change)="typed({ date: date.value, time: time.value })"
            (blur)="touched()"
          />
        </div>
      </div>
    </lectern-field-set>
  `,
  styles: `
    label {
      display: block;
      font-size: 1rem;
    }
    .box {
      display: block;
    }
  `,
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => MomentBoxes), multi: true }],
})
export class MomentBoxes implements ControlValueAccessor {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly errors = input<readonly FieldError[]>([]);
  protected readonly moment = signal<LocalMoment>(NO_MOMENT);
  protected readonly id = fieldId;
  protected touched: () => void = () => undefined;
  private changed: (moment: LocalMoment) => void = () => undefined;

  writeValue(moment: LocalMoment | null): void {
    this.moment.set(moment ?? NO_MOMENT);
  }

  registerOnChange(changed: (moment: LocalMoment) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  protected typed(moment: LocalMoment): void {
    this.moment.set(moment);
    this.changed(moment);
  }
}
