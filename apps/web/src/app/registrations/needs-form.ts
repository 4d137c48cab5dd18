import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import {
  type FormControl,
  type FormGroup,
  type NonNullableFormBuilder,
  ReactiveFormsModule,
} from '@angular/forms';
import type { FieldError } from '@lectern/core';
import type { NeedsChange, Person, PhotoConsent } from '@lectern/registrations';
import { Box, Field } from '@lectern/ui';
import { DAY_ONLY_FIELDS } from './draft-row.rules';

/** The boxes for what one person needs, and for photographs. */
export type NeedsControls = FormGroup<{
  readonly photoConsent: FormControl<PhotoConsent>;
  readonly dietary: FormControl<string>;
  readonly access: FormControl<string>;
  readonly medical: FormControl<string>;
  readonly emergencyContact: FormControl<string>;
}>;

export const needsControls = (builder: NonNullableFormBuilder): NeedsControls =>
  builder.group({
    photoConsent: builder.control<PhotoConsent>('not-known'),
    dietary: '',
    access: '',
    medical: '',
    emergencyContact: '',
  });

/** Fills the boxes with what is known of a person. */
export const fillNeeds = (controls: NeedsControls, { dayOnly, photoConsent }: Person): void => {
  controls.setValue({
    photoConsent,
    dietary: dayOnly?.dietary ?? '',
    access: dayOnly?.access ?? '',
    medical: dayOnly?.medical ?? '',
    emergencyContact: dayOnly?.emergencyContact ?? '',
  });
};

/** What the boxes say; an empty box takes away what was there. */
export const needsOf = (controls: NeedsControls): NeedsChange => {
  const { photoConsent, ...said } = controls.getRawValue();
  const dayOnly = Object.fromEntries(
    Object.entries(said).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : [])),
  );
  return { photoConsent, dayOnly };
};

/** Asks what one person needs on the day, and whether they may be photographed. */
@Component({
  selector: 'app-needs-form',
  imports: [Box, Field, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container [formGroup]="controls()">
      <lectern-field
        name="photoConsent"
        label="May they be photographed?"
        hint="Not known counts as no."
        [errors]="errors()"
      >
        <select lecternBox formControlName="photoConsent">
          <option value="yes">Yes</option>
          <option value="no">No</option>
          <option value="not-known">Not known</option>
        </select>
      </lectern-field>
      @for (part of fields; track part.field) {
        <lectern-field [name]="part.path" [label]="part.label + ' (optional)'" [errors]="errors()">
          <textarea lecternBox rows="2" autocomplete="off" [formControlName]="part.field"></textarea>
        </lectern-field>
      }
      @if (goes()) {
        <p class="soft small">Needs and contacts are kept encrypted and deleted on {{ goes() }}.</p>
      }
    </ng-container>
  `,
})
export class NeedsForm {
  readonly controls = input.required<NeedsControls>();
  readonly errors = input<readonly FieldError[]>([]);
  /** The day on which needs and contacts are deleted. */
  readonly goes = input('');
  protected readonly fields = DAY_ONLY_FIELDS;
}
