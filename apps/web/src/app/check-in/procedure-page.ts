import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MISSING_PROCEDURE,
  type MissingProcedure,
  PROCEDURE_TEXT_MAX,
  procedureText,
  readProcedure,
} from '@lectern/check-in';
import { Box, ErrorSummary, Field, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { DeskApi } from './desk-api';

/** What the host does when a pupil is missing: staff write it, one step a line, and see how it will be followed. */
@Component({
  selector: 'app-procedure-page',
  imports: [Box, ErrorSummary, Fetched, Field, London, MatButton, PageHeader, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="When a pupil is missing"
        lede="The steps that staff and supervisors’ phones are taken through, at every conference."
        backTo="/staff/conferences"
        backWords="Conferences"
      />
      <app-fetched [of]="fetched" heading="The steps could not be shown" />
      @if (shown(); as procedure) {
        <p role="status">
          @if (saved()) {
            <span class="callout tone-go saved">
              Saved. Supervisors’ phones have the new steps the next time that they are in touch.
            </span>
          }
        </p>
        <div class="columns">
          <form [formGroup]="form" (ngSubmit)="save(procedure.version)" novalidate>
            <lectern-error-summary [errors]="sending.errors()" />
            <lectern-field
              name="text"
              label="The steps"
              hint="One step a line: what to do, a full stop, then how. A line such as “After 5 minutes:” says from when on the steps under it are late."
              [errors]="sending.errors()"
            >
              <textarea lecternBox rows="22" formControlName="text" [attr.maxlength]="max"></textarea>
            </lectern-field>
            <div class="actions">
              <button matButton="filled" type="submit">
                {{ sending.busy() ? 'Saving…' : 'Save the steps' }}
              </button>
              <button matButton="text" type="button" (click)="putStandard()">
                Put the standard steps in
              </button>
            </div>
            <p class="soft small">
              @if (procedure.changedAt) {
                Changed {{ procedure.changedAt | london }} by {{ procedure.changedBy }}.
              } @else {
                These are the standard steps. Nobody has changed them.
              }
            </p>
          </form>
          <section aria-labelledby="followed">
            <h2 id="followed">How they are followed</h2>
            @for (problem of read().problems; track $index) {
              <p class="wrong">Line {{ problem.line }}: {{ problem.message }}</p>
            }
            <ol>
              @for (step of read().steps; track $index) {
                <li>
                  <strong>{{ step.title }}</strong>
                  <span class="soft small">
                    {{ step.after === 0 ? 'at once' : 'after ' + step.after + ' min' }}
                  </span>
                  <br />{{ step.how }}
                </li>
              }
            </ol>
          </section>
        </div>
      }
    </div>
  `,
  styles: `
    .saved {
      display: block;
      margin: 0;
      padding-block: 0.75rem;
    }
    textarea {
      line-height: 1.5;
    }
    ol {
      padding-left: 1.5rem;
    }
    li {
      margin-bottom: 0.75rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class ProcedurePage {
  private readonly api = inject(DeskApi);
  protected readonly max = PROCEDURE_TEXT_MAX;
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({ text: '' });
  private readonly text = toSignal(this.form.controls.text.valueChanges, { initialValue: '' });
  protected readonly read = computed(() => readProcedure(this.text()));
  protected readonly fetched = resource({ loader: () => this.api.missingProcedure() });
  protected readonly shown = computed<MissingProcedure | null>(() =>
    this.fetched.hasValue() ? this.fetched.value() : null,
  );

  constructor() {
    effect(() => {
      const procedure = this.shown();
      if (procedure) this.form.controls.text.setValue(procedure.text);
    });
  }

  protected putStandard(): void {
    this.saved.set(false);
    this.form.controls.text.setValue(procedureText(MISSING_PROCEDURE));
  }

  protected async save(version: number): Promise<void> {
    this.saved.set(false);
    const { text } = this.form.getRawValue();
    const { problems } = readProcedure(text);
    if (problems.length > 0) {
      this.sending.refuse(
        problems.map(({ line, message }) => ({
          field: 'text',
          code: 'unreadable-step',
          message: `Line ${line}: ${message}`,
        })),
      );
      return;
    }
    const changed = await this.sending.send(() => this.api.changeProcedure({ text, version }));
    if (!changed) return;
    this.fetched.set(changed);
    this.saved.set(true);
  }
}
