import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  type EvidenceRecord,
  inStandardsOrder,
  TEACHER_STANDARD_NAMES,
  TEACHER_STANDARDS,
  type TeacherStandard,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { OutcomesApi } from './outcomes-api';

/** A trainee’s own part of one record: which standards it shows, and a reflection. */
@Component({
  selector: 'app-evidence-form',
  imports: [Box, ErrorSummary, Field, FieldSet, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="save()" novalidate>
      <lectern-error-summary [errors]="sending.errors()" />
      <lectern-field
        name="reflection"
        label="Reflection"
        hint="What went well, what you would change, what you take into your own classroom. Your mentors read it. Name no teachers and no pupils."
        [errors]="sending.errors()"
      >
        <textarea lecternBox rows="6" formControlName="reflection" maxlength="2000"></textarea>
      </lectern-field>
      <lectern-field-set
        name="standards"
        label="Which Teachers’ Standards does this session show?"
        [errors]="sending.errors()"
      >
        <div class="choices choices--down">
          @for (standard of standards; track standard.name) {
            <label class="choice">
              <input
                #box
                type="checkbox"
                [checked]="chosen().includes(standard.name)"
                (change)="choose(standard.name, box.checked)"
              />
              <span
                >{{ standard.name }}<span class="hint">{{ standard.words }}</span></span
              >
            </label>
          }
        </div>
      </lectern-field-set>
      <div class="actions">
        <button matButton="filled" type="submit">{{ sending.busy() ? 'Saving…' : 'Save' }}</button>
        <button matButton="text" type="button" (click)="left.emit()">Leave it as it was</button>
      </div>
    </form>
  `,
})
export class EvidenceForm implements OnInit {
  readonly record = input.required<EvidenceRecord>();
  readonly saved = output<EvidenceRecord>();
  readonly left = output();
  private readonly api = inject(OutcomesApi);
  protected readonly sending = new Sending();
  protected readonly standards = TEACHER_STANDARDS.map((name) => ({
    name,
    words: TEACHER_STANDARD_NAMES[name],
  }));
  protected readonly form = inject(NonNullableFormBuilder).group({ reflection: '' });
  protected readonly chosen = signal<readonly TeacherStandard[]>([]);

  ngOnInit(): void {
    const { reflection, standards } = this.record();
    this.form.setValue({ reflection: reflection ?? '' });
    this.chosen.set(standards);
  }

  protected choose(standard: TeacherStandard, isChosen: boolean): void {
    this.chosen.update((chosen) =>
      inStandardsOrder(isChosen ? [...chosen, standard] : chosen.filter((one) => one !== standard)),
    );
  }

  protected async save(): Promise<void> {
    if (this.chosen().length === 0) {
      const message = 'Choose at least one of the Teachers’ Standards.';
      this.sending.refuse([{ field: 'standards', code: 'missing', message }]);
      return;
    }
    const change = { standards: [...this.chosen()], reflection: this.form.getRawValue().reflection };
    const record = await this.sending.send(() => this.api.changeEvidence(this.record().id, change));
    if (record) this.saved.emit(record);
  }
}
