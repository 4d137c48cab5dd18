import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type FormControl, type FormGroup, NonNullableFormBuilder } from '@angular/forms';
import { adviseSupervision, type Supervision } from '@lectern/conferences';
import type { School } from '@lectern/schools';
import { map } from 'rxjs';
import { type GroupAnswers, numberIn } from './group-answers.rules';

export type GroupForm = FormGroup<{
  school: FormControl<School | null>;
  pupilsWanted: FormControl<string>;
  pupilsMinimum: FormControl<string>;
  adults: FormControl<string>;
  supervisionReason: FormControl<string>;
  leaderName: FormControl<string>;
  leaderPhone: FormControl<string>;
  notes: FormControl<string>;
}>;

/** A form about one group, empty; for use where a component is made. */
export const groupForm = (): GroupForm => {
  const build = inject(NonNullableFormBuilder);
  return build.group({
    school: build.control<School | null>(null),
    pupilsWanted: '',
    pupilsMinimum: '',
    adults: '',
    supervisionReason: '',
    leaderName: '',
    leaderPhone: '',
    notes: '',
  });
};

/** What is typed in the form, as it is typed. */
export const answersOf = (form: GroupForm): Signal<GroupAnswers> =>
  toSignal(form.valueChanges.pipe(map(() => form.getRawValue())), { initialValue: form.getRawValue() });

/** How many adults are advised for the pupils that are typed; null while no number is. */
export const adviceFor = (answers: GroupAnswers, pupilsPerAdult: number): Supervision | null => {
  const pupils = numberIn(answers.pupilsWanted);
  const adults = numberIn(answers.adults);
  return Number.isNaN(pupils) ? null : adviseSupervision(pupils, adults || 0, pupilsPerAdult);
};
