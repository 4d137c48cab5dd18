import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { FieldError } from '@lectern/core';
import { Box, Field } from '@lectern/ui';
import { count } from './counts';
import { type GroupAnswers, numberIn } from './group-answers.rules';
import { adviceFor, type GroupForm } from './group-form';

/** How many adults come; fewer than advised is a warning that takes a reason, never a refusal. */
@Component({
  selector: 'app-adults-question',
  imports: [Box, Field, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div [formGroup]="form()">
      <lectern-field name="adults" label="Adults" [hint]="hint()" [errors]="errors()">
        <input
          lecternBox
          class="box--number"
          inputmode="numeric"
          autocomplete="off"
          formControlName="adults"
        />
      </lectern-field>
      <div role="status">
        @if (warning(); as words) {
          <div class="callout tone-wait">
            <p>{{ words }}</p>
          </div>
        }
      </div>
      @if (warning()) {
        <lectern-field
          name="supervisionReason"
          label="Why are fewer adults enough? (optional)"
          hint="For example: a mature group, or colleagues who join for the afternoon. University staff read this."
          [errors]="errors()"
        >
          <textarea lecternBox rows="3" formControlName="supervisionReason"></textarea>
        </lectern-field>
      }
    </div>
  `,
})
export class AdultsQuestion {
  readonly form = input.required<GroupForm>();
  readonly answers = input.required<GroupAnswers>();
  readonly pupilsPerAdult = input.required<number>();
  readonly errors = input.required<readonly FieldError[]>();
  private readonly advice = computed(() => adviceFor(this.answers(), this.pupilsPerAdult()));
  private readonly pupils = computed(() => numberIn(this.answers().pupilsWanted));
  protected readonly hint = computed(() => {
    const ratio = `one adult for every ${count(this.pupilsPerAdult(), 'pupil')}`;
    const advice = this.advice();
    return advice
      ? `Teachers and helpers who come with the pupils. We advise ${ratio}: ${count(advice.advisedAdults, 'adult')} for ${count(this.pupils(), 'pupil')}.`
      : `Teachers and helpers who come with the pupils. We advise ${ratio}.`;
  });
  protected readonly warning = computed(() => {
    const advice = this.advice();
    if (!advice || advice.missingAdults === 0 || !(numberIn(this.answers().adults) > 0)) return '';
    return `That is ${count(advice.missingAdults, 'adult')} fewer than we advise. You can go on: your school decides what is enough.`;
  });
}
