import { ChangeDetectionStrategy, Component, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { academicYearAfter, academicYearOf, HALF_TERM_NAMES, type HalfTermDates } from '@lectern/core';
import { ErrorSummary, errorOf } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';

/** When the half-terms of a year begin and end, as the host’s schools keep them. */
@Component({
  selector: 'app-calendar-tab',
  imports: [ErrorSummary, Fetched, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>Half-term dates</h2>
    <form class="finder no-print" (submit)="$event.preventDefault()">
      <div>
        <label for="year">Academic year</label>
        <select #chosen id="year" class="box" (change)="choose(chosen.value)">
          @for (one of years; track one) {
            <option [value]="one" [selected]="one === year()">{{ one }}</option>
          }
        </select>
      </div>
    </form>
    <app-fetched [of]="calendar" heading="The dates could not be shown" />
    @if (calendar.hasValue()) {
      @if (calendar.value().isUsual) {
        <p class="callout tone-wait">
          Nobody has set the dates of {{ year() }} yet. These are the usual ones in England; check them with
          your schools and save.
        </p>
      }
      <div role="status">
        @if (saved()) {
          <p class="callout tone-go">The dates of {{ year() }} are saved.</p>
        }
      </div>
      <lectern-error-summary [errors]="sending.errors()" />
      <form class="form" (submit)="save($event)" novalidate>
        @for (half of halfTerms(); track half.halfTerm; let at = $index) {
          <fieldset>
            <legend>{{ names[half.halfTerm] }}</legend>
            @for (end of ends; track end.field) {
              <div class="field" [class.field--wrong]="wrong(at, end.field)">
                <label [for]="'halfTerms-' + at + '-' + end.field"
                  >{{ end.words }}<span class="spoken"> of {{ names[half.halfTerm] }}</span></label
                >
                @if (wrong(at, end.field); as words) {
                  <p class="wrong" [id]="'halfTerms-' + at + '-' + end.field + '-wrong'">
                    <span class="spoken">Error: </span>{{ words }}
                  </p>
                }
                <input
                  #day
                  class="box box--date"
                  type="date"
                  [id]="'halfTerms-' + at + '-' + end.field"
                  [value]="half[end.field]"
                  [attr.aria-invalid]="wrong(at, end.field) ? true : null"
                  [attr.aria-describedby]="
                    wrong(at, end.field) ? 'halfTerms-' + at + '-' + end.field + '-wrong' : null
                  "
                  (change)="typed(at, end.field, day.value)"
                />
              </div>
            }
          </fieldset>
        }
        <div class="actions">
          <button matButton="filled" type="submit">
            {{ sending.busy() ? 'Saving…' : 'Save the dates' }}
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: 0 1.5rem;
      margin: 0 0 1rem;
      padding: 0.75rem 0 0;
      border: 0;
      border-top: 1px solid var(--hairline);
    }
    legend {
      float: left;
      width: 100%;
      padding: 0;
      font-weight: 650;
      grid-column: 1 / -1;
    }
    .field {
      margin-bottom: 0.75rem;
    }
    .field label {
      font-weight: 400;
    }
  `,
})
export class CalendarTab {
  private readonly api = inject(PlanningApi);
  private readonly thisYear = academicYearOf(new Date());
  protected readonly years = [1, 0, -1].map((years) => academicYearAfter(this.thisYear, years));
  protected readonly year = signal(this.thisYear);
  protected readonly names = HALF_TERM_NAMES;
  protected readonly ends = [
    { field: 'startsOn', words: 'First day' },
    { field: 'endsOn', words: 'Last day' },
  ] as const;
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);
  protected readonly calendar = resource({
    params: () => this.year(),
    loader: ({ params: year }) => this.api.calendar(year),
  });
  protected readonly halfTerms = linkedSignal<readonly HalfTermDates[]>(() =>
    this.calendar.hasValue() ? this.calendar.value().halfTerms : [],
  );

  protected choose(year: string): void {
    this.saved.set(false);
    this.sending.refuse([]);
    this.year.set(year);
  }

  protected typed(at: number, field: 'startsOn' | 'endsOn', day: string): void {
    this.halfTerms.update((halves) =>
      halves.map((half, place) => (place === at ? { ...half, [field]: day } : half)),
    );
  }

  protected wrong(at: number, field: string): string | undefined {
    return errorOf(this.sending.errors(), `halfTerms[${at}].${field}`)?.message;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saved.set(false);
    const year = this.year();
    const kept = await this.sending.send(() => this.api.setCalendar(year, this.halfTerms()));
    if (!kept) return;
    this.calendar.set(kept);
    this.saved.set(true);
    scrollTo({ top: 0 });
  }
}
