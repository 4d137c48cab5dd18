import {
  ChangeDetectionStrategy,
  Component,
  computed,
  forwardRef,
  inject,
  input,
  type OnDestroy,
  resource,
  signal,
} from '@angular/core';
import { type ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import type { FieldError } from '@lectern/core';
import { TEAM_MAX, TRAINEE_SEARCH_LEAST, type TraineeFound } from '@lectern/cpd';
import { Box, Field, Icon } from '@lectern/ui';
import { refusalOf } from '../../platform/refusal';
import { OffersApi } from './offers-api';

const PAUSE = 200;

/** The others of a team: found among trainees by name, each taken off again by a button. */
@Component({
  selector: 'app-trainee-picker',
  imports: [Box, Field, Icon, MatAutocomplete, MatAutocompleteTrigger, MatButton, MatOption],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lectern-field
      [name]="name()"
      label="Who gives it with you? (optional)"
      [hint]="'Type part of a trainee’s name. A team has ' + most + ' people at most, you among them.'"
      [errors]="errors()"
    >
      @if (chosen().length > 0) {
        <ul class="plain-list" aria-label="Your team">
          @for (one of chosen(); track one.accountId) {
            <li>
              <span
                >{{ one.name }} <span class="soft small">{{ one.address }}</span></span
              >
              <button matButton="text" type="button" (click)="remove(one, box)">
                <lectern-icon name="close" /> Take off<span class="spoken">: {{ one.name }}</span>
              </button>
            </li>
          }
        </ul>
      }
      <input
        #box
        lecternBox
        type="text"
        autocomplete="off"
        spellcheck="false"
        [matAutocomplete]="found"
        (input)="typed(box.value)"
        (blur)="touched()"
      />
      <mat-autocomplete #found="matAutocomplete" (optionSelected)="add($event.option.value, box)">
        @for (one of options(); track one.accountId) {
          <mat-option [value]="one">
            {{ one.name }} <span class="soft small">{{ one.address }}</span>
          </mat-option>
        }
      </mat-autocomplete>
      <p class="soft small" role="status">{{ news() }}</p>
    </lectern-field>
  `,
  styles: `
    li {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.25rem;
      border-bottom: 1px solid var(--hairline);
      overflow-wrap: anywhere;
    }
    ul {
      margin-bottom: 0.75rem;
    }
    p {
      min-height: 1.5em;
      margin: 0.25rem 0 0;
    }
  `,
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => TraineePicker), multi: true }],
})
export class TraineePicker implements ControlValueAccessor, OnDestroy {
  readonly name = input('withTraineeIds');
  readonly errors = input<readonly FieldError[]>([]);
  protected readonly most = TEAM_MAX;
  protected readonly chosen = signal<readonly TraineeFound[]>([]);
  private readonly query = signal('');
  private readonly said = signal('');
  private readonly api = inject(OffersApi);
  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly search = resource({
    params: () => (this.query().length >= TRAINEE_SEARCH_LEAST ? this.query() : undefined),
    loader: ({ params }) => this.api.trainees(params),
  });
  protected readonly options = computed(() => {
    if (!this.search.hasValue()) return [];
    const taken = this.chosen().map(({ accountId }) => accountId);
    return this.search.value().items.filter(({ accountId }) => !taken.includes(accountId));
  });
  /** What the search says of itself, also to a screen reader. */
  protected readonly news = computed(() => {
    const error = this.search.error();
    if (error) return refusalOf(error.cause ?? error).words;
    if (this.query().length < TRAINEE_SEARCH_LEAST) return this.said();
    if (!this.search.hasValue()) return '';
    const count = this.options().length;
    if (count === 0) return `No other trainee is called “${this.query()}”. Ask them how they are registered.`;
    return count === 1 ? 'One trainee found.' : `${count} trainees found.`;
  });
  private changed: (chosen: readonly TraineeFound[]) => void = () => undefined;
  protected touched: () => void = () => undefined;

  ngOnDestroy(): void {
    clearTimeout(this.pause);
  }

  writeValue(chosen: readonly TraineeFound[] | null): void {
    this.chosen.set(chosen ?? []);
  }

  registerOnChange(changed: (chosen: readonly TraineeFound[]) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  protected typed(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.query.set(text.trim()), PAUSE);
  }

  protected add(one: TraineeFound, box: HTMLInputElement): void {
    box.value = '';
    this.query.set('');
    if (this.chosen().length >= TEAM_MAX - 1) {
      this.said.set(`Your team has ${TEAM_MAX} people already.`);
      return;
    }
    this.take([...this.chosen(), one], `${one.name} is in your team.`);
  }

  protected remove(one: TraineeFound, box: HTMLInputElement): void {
    this.take(
      this.chosen().filter(({ accountId }) => accountId !== one.accountId),
      `${one.name} is not in your team any more.`,
    );
    box.focus();
  }

  private take(chosen: readonly TraineeFound[], words: string): void {
    this.chosen.set(chosen);
    this.said.set(words);
    this.changed(chosen);
  }
}
