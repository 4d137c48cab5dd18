import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { YEAR_GROUPS } from '@lectern/conferences';
import { type FieldError, figure } from '@lectern/core';
import { type OpenDoorLessonRequest, QUALIFICATION_NAMES, VISITORS_MAX } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { EMPTY_LESSON, type LessonFormValue, lessonRequestOf, missingInLesson } from './lesson-form.rules';
import { OpenDoorsApi } from './open-doors-api';

/** What a teacher says of a lesson that others may visit; its page sends what it gives. */
@Component({
  selector: 'app-lesson-form',
  imports: [Box, ErrorSummary, Fetched, Field, MatButton, ReactiveFormsModule, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-fetched [of]="known" heading="The topics could not be shown" />
    @if (known.hasValue()) {
      <lectern-error-summary [errors]="wrong()" />
      <form class="form" [formGroup]="form" (ngSubmit)="submit()" novalidate>
        <lectern-field
          name="title"
          label="What is the lesson about?"
          hint="Such as “Introducing surds with area models”."
          [errors]="wrong()"
        >
          <input lecternBox type="text" formControlName="title" autocomplete="off" maxlength="120" />
        </lectern-field>
        <lectern-field name="topicId" label="Topic (optional)" [errors]="wrong()">
          <select lecternBox formControlName="topicId">
            <option value="">None of the topics</option>
            @for (group of topics(); track group.name) {
              <optgroup [label]="group.name">
                @for (topic of group.topics; track topic.id) {
                  <option [value]="topic.id">{{ topic.title }}</option>
                }
              </optgroup>
            }
          </select>
        </lectern-field>
        <lectern-field name="yearGroup" label="Year group" [errors]="wrong()">
          <select lecternBox formControlName="yearGroup">
            <option value="">Choose a year group</option>
            @for (year of years; track year) {
              <option [value]="year">Year {{ year }}</option>
            }
          </select>
        </lectern-field>
        <lectern-field name="date" label="Day" [errors]="wrong()">
          <input lecternBox class="box--date" type="date" formControlName="date" />
        </lectern-field>
        <div class="times">
          <lectern-field name="startsAt" label="Starts" [errors]="wrong()">
            <input lecternBox class="box--time" type="time" formControlName="from" />
          </lectern-field>
          <lectern-field name="endsAt" label="Ends" [errors]="wrong()">
            <input lecternBox class="box--time" type="time" formControlName="to" />
          </lectern-field>
        </div>
        <lectern-field name="visitorPlaces" label="How many visitors may come?" [errors]="wrong()">
          <select lecternBox formControlName="visitorPlaces">
            @for (one of places; track one.value) {
              <option [value]="one.value">{{ one.words }}</option>
            }
          </select>
        </lectern-field>
        <lectern-field
          name="arrival"
          label="Where do visitors report? (optional)"
          hint="Only your school, the visitors that you confirm and the university read this. Name no pupils."
          [errors]="wrong()"
        >
          <textarea lecternBox formControlName="arrival" rows="3" maxlength="500"></textarea>
        </lectern-field>
        <div class="actions">
          <button matButton="filled" type="submit">{{ busy() ? 'Saving…' : saveWords() }}</button>
          <a matButton="text" [routerLink]="cancelTo()">Leave without saving</a>
        </div>
      </form>
    }
  `,
  styles: `
    .times {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5rem;
    }
    textarea.box {
      min-height: 5rem;
    }
  `,
})
export class LessonForm {
  /** What the form begins with. */
  readonly begin = input<LessonFormValue>(EMPTY_LESSON);
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly cancelTo = input.required<string>();
  readonly save = output<OpenDoorLessonRequest>();

  private readonly api = inject(OpenDoorsApi);
  protected readonly years = YEAR_GROUPS;
  protected readonly places = Array.from({ length: VISITORS_MAX }, (_, at) => ({
    value: String(at + 1),
    words: figure(at + 1, 'visitor'),
  }));
  protected readonly form = inject(NonNullableFormBuilder).group(EMPTY_LESSON);
  private readonly missing = signal<readonly FieldError[]>([]);
  protected readonly wrong = computed(() => (this.missing().length > 0 ? this.missing() : this.errors()));
  protected readonly known = resource({ loader: () => this.api.topics() });
  protected readonly topics = computed(() => {
    const topics = this.known.hasValue() ? this.known.value() : [];
    const standing = this.begin().topicId;
    return (['gcse', 'a-level'] as const).map((qualification) => ({
      name: QUALIFICATION_NAMES[qualification],
      topics: topics.filter(
        (topic) => topic.qualification === qualification && (topic.active || topic.id === standing),
      ),
    }));
  });

  constructor() {
    effect(() => {
      const begin = this.begin();
      untracked(() => this.form.reset(begin));
    });
  }

  protected submit(): void {
    const form = this.form.getRawValue();
    this.missing.set(missingInLesson(form));
    if (this.missing().length === 0) this.save.emit(lessonRequestOf(form));
  }
}
