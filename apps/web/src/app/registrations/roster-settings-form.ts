import { ChangeDetectionStrategy, Component, effect, inject, input, resource, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { RosterSettings } from '@lectern/registrations';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { RostersApi } from './rosters-api';

/** Staff decide what a conference asks of schools about pupils, and how long that is kept. */
@Component({
  selector: 'app-roster-settings-form',
  imports: [Box, ErrorSummary, Fetched, Field, FieldSet, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="section" aria-labelledby="pupils-data">
      <h2 id="pupils-data">Lists and pupils’ data</h2>
      <app-fetched [of]="settings" heading="What is asked of schools could not be shown" />
      @if (settings.hasValue()) {
        <p role="status">
          @if (saved()) {
            <span class="callout tone-go saved">Saved.</span>
          }
        </p>
        <lectern-error-summary [errors]="sending.errors()" />
        <form [formGroup]="form" (ngSubmit)="save()" novalidate>
          <lectern-field-set
            name="swapsAfterFinalNumbers"
            label="After final numbers"
            [errors]="sending.errors()"
          >
            <div class="choices">
              <label class="choice">
                <input type="checkbox" formControlName="swapsAfterFinalNumbers" />
                <span
                  >Schools may swap one person for another<span class="hint"
                    >The list is locked from the date for final numbers on. Taking people off and telling you
                    of their needs is always possible.</span
                  ></span
                >
              </label>
            </div>
          </lectern-field-set>
          <lectern-field-set name="trackingData" label="Following up" [errors]="sending.errors()">
            <div class="choices">
              <label class="choice">
                <input type="checkbox" formControlName="trackingData" />
                <span
                  >Ask schools for dates of birth<span class="hint"
                    >Only for a tracking service such as HEAT. Without it, dates of birth are dropped while a
                    list is read. Taking this away deletes those that you hold.</span
                  ></span
                >
              </label>
            </div>
          </lectern-field-set>
          @if (form.controls.trackingData.value) {
            <lectern-field
              name="trackingReason"
              label="What schools are told"
              hint="Say what is asked for and why, such as “We ask for dates of birth to see, with HEAT, who goes on to university”."
              [errors]="sending.errors()"
            >
              <textarea lecternBox rows="3" formControlName="trackingReason"></textarea>
            </lectern-field>
            <lectern-field
              name="trackingDays"
              label="Days after the conference until dates of birth are deleted"
              [errors]="sending.errors()"
            >
              <input lecternBox class="box--number" inputmode="numeric" formControlName="trackingDays" />
            </lectern-field>
          }
          <lectern-field
            name="dayOnlyDays"
            label="Days after the conference until day-only data is deleted"
            hint="Dietary, access and medical needs and emergency contacts. 1 to 7 days: the privacy notice promises seven at most."
            [errors]="sending.errors()"
          >
            <input lecternBox class="box--number" inputmode="numeric" formControlName="dayOnlyDays" />
          </lectern-field>
          <lectern-field
            name="photoConsentMonths"
            label="Months for which a yes to photographs holds"
            hint="It counts as no after that, at the door and in lists. 1 to 60 months."
            [errors]="sending.errors()"
          >
            <input lecternBox class="box--number" inputmode="numeric" formControlName="photoConsentMonths" />
          </lectern-field>
          <div class="actions">
            <button matButton="outlined" type="submit">
              {{ sending.busy() ? 'Saving…' : 'Save what is asked of schools' }}
            </button>
          </div>
        </form>
      }
    </section>
  `,
  styles: `
    section {
      max-width: var(--form);
      padding-top: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
    .saved {
      display: block;
      margin: 0;
      padding-block: 0.75rem;
    }
  `,
})
export class RosterSettingsForm {
  readonly conferenceId = input.required<string>();
  private readonly rosters = inject(RostersApi);
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);
  protected readonly settings = resource({
    params: () => this.conferenceId(),
    loader: ({ params }) => this.rosters.settings(params),
  });
  protected readonly form = inject(NonNullableFormBuilder).group({
    swapsAfterFinalNumbers: true,
    trackingData: false,
    trackingReason: '',
    trackingDays: '',
    dayOnlyDays: '',
    photoConsentMonths: '',
  });

  constructor() {
    effect(() => {
      if (this.settings.hasValue()) this.fill(this.settings.value());
    });
  }

  protected async save(): Promise<void> {
    this.saved.set(false);
    const said = this.form.getRawValue();
    const settings = await this.sending.send(() =>
      this.rosters.changeSettings(this.conferenceId(), {
        swapsAfterFinalNumbers: said.swapsAfterFinalNumbers,
        trackingData: said.trackingData,
        trackingReason: said.trackingReason.trim(),
        trackingDays: numberOf(said.trackingDays),
        dayOnlyDays: numberOf(said.dayOnlyDays),
        photoConsentMonths: numberOf(said.photoConsentMonths),
      }),
    );
    if (!settings) return;
    this.settings.set(settings);
    this.saved.set(true);
  }

  private fill(settings: RosterSettings): void {
    this.form.setValue({
      swapsAfterFinalNumbers: settings.swapsAfterFinalNumbers,
      trackingData: settings.trackingData,
      trackingReason: settings.trackingReason ?? '',
      trackingDays: String(settings.trackingDays),
      dayOnlyDays: String(settings.dayOnlyDays),
      photoConsentMonths: String(settings.photoConsentMonths),
    });
  }
}

/** What is no number is sent as none that is allowed, so that the server says what to enter. */
const numberOf = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
