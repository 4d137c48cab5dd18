import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { REFLECTION_LENGTH, type Visit } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { OpenDoorsApi } from './open-doors-api';

/** What one side of a visit takes away; written anew as often as they like. */
@Component({
  selector: 'app-reflection-form',
  imports: [Box, ErrorSummary, Field, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="save()" novalidate>
      <lectern-error-summary [errors]="errors()" />
      <lectern-field
        [name]="name()"
        label="What do you take away?"
        [hint]="'Only you and ' + other() + ' read it. Name no pupils.'"
        [errors]="errors()"
      >
        <textarea lecternBox formControlName="text" rows="5" [attr.maxlength]="most"></textarea>
      </lectern-field>
      <button matButton="filled" type="submit">
        {{ sending.busy() ? 'Saving…' : 'Save the reflection' }}
      </button>
    </form>
  `,
})
export class ReflectionForm implements OnInit {
  readonly visit = input.required<Visit>();
  /** The name of the field: one for each visit on a page. */
  readonly name = input('text');
  /** Who else reads it. */
  readonly other = input.required<string>();
  readonly saved = output<Visit>();
  private readonly api = inject(OpenDoorsApi);
  protected readonly most = REFLECTION_LENGTH;
  protected readonly sending = new Sending();
  /** What the server says of the text is said of this field. */
  protected readonly errors = computed(() =>
    this.sending.errors().map((error) => (error.field === 'text' ? { ...error, field: this.name() } : error)),
  );
  protected readonly form = inject(NonNullableFormBuilder).group({ text: '' });

  ngOnInit(): void {
    const own = this.visit().reflections.find(({ side }) => side === this.visit().side);
    this.form.setValue({ text: own?.text ?? '' });
  }

  protected async save(): Promise<void> {
    const text = this.form.getRawValue().text.trim();
    if (!text) {
      this.sending.refuse([{ field: 'text', code: 'missing', message: 'Write what you take away.' }]);
      return;
    }
    const visit = await this.sending.send(() => this.api.reflect(this.visit().id, text));
    if (visit) this.saved.emit(visit);
  }
}
