import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import {
  FEEDBACK_COMMENT_LENGTH,
  FEEDBACK_QUESTION_WORDS,
  FEEDBACK_QUESTIONS,
  type FeedbackAnswers,
  type FeedbackQuestion,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet, PageHeader, TakeFocus } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { OutcomesApi } from './outcomes-api';

/** From 5 to 1: what most people look for stands first. */
const CHOICES = [
  { value: 5, words: 'Very much' },
  { value: 4, words: 'Quite a lot' },
  { value: 3, words: 'Somewhat' },
  { value: 2, words: 'A little' },
  { value: 1, words: 'Not at all' },
  { value: 0, words: 'No answer' },
] as const;

/** What a teacher thinks of a session that they attended: nothing is forced, and no name is stored with it. */
@Component({
  selector: 'app-feedback-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      @if (shown(); as shown) {
        <lectern-page-header
          heading="How was the session?"
          [lede]="shown.lede"
          backTo="/my-cpd/certificates"
          backWords="My certificates"
        />
        @switch (shown.standing) {
          @case ('given') {
            <div class="callout tone-go" lecternTakeFocus tabindex="-1">
              <h2>{{ sent() ? 'Thank you' : 'You have given your feedback' }}</h2>
              <p>
                It is stored without your name, so it cannot be shown to you again or changed. The trainees
                see a summary once five teachers have answered.
              </p>
            </div>
            <div class="actions">
              <a matButton="outlined" routerLink="/my-cpd/certificates">See my certificates</a>
            </div>
          }
          @case ('not-over') {
            <div class="callout tone-wait">
              <p>The session is not over yet. Come back after it.</p>
            </div>
          }
          @default {
            <div class="callout tone-note">
              <p>
                Your answers are stored without your name. The trainees who presented see averages, once five
                teachers have answered; mentors and staff read your comment too. Leave out whatever you like.
              </p>
            </div>
            <lectern-error-summary [errors]="sending.errors()" />
            <form [formGroup]="form" (ngSubmit)="give()" novalidate>
              @for (question of questions; track question.name) {
                <lectern-field-set
                  [name]="'answers.' + question.name"
                  [label]="question.words"
                  [errors]="sending.errors()"
                >
                  <div class="scale">
                    @for (choice of choices; track choice.value) {
                      <label class="choice">
                        <input
                          type="radio"
                          [attr.name]="question.name"
                          [formControlName]="question.name"
                          [value]="choice.value"
                        />
                        <span>{{ choice.words }}</span>
                      </label>
                    }
                  </div>
                </lectern-field-set>
              }
              <lectern-field
                name="comment"
                label="What helped, and what would have helped more? (optional)"
                hint="Name nobody, and nothing by which you could be known."
                [errors]="sending.errors()"
              >
                <textarea
                  lecternBox
                  rows="4"
                  formControlName="comment"
                  [attr.maxlength]="commentLength"
                ></textarea>
              </lectern-field>
              <div class="actions">
                <button matButton="filled" type="submit">
                  {{ sending.busy() ? 'Sending…' : 'Send feedback' }}
                </button>
              </div>
            </form>
          }
        }
      } @else {
        <lectern-page-header
          heading="How was the session?"
          backTo="/my-cpd/certificates"
          backWords="My certificates"
        />
        <app-fetched [of]="fetched" heading="This form cannot be shown" />
      }
    </div>
  `,
  styles: `
    .scale {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
      gap: 0 1.5rem;
    }
    h2 {
      margin-top: 0;
    }
  `,
})
export class FeedbackPage {
  readonly id = input.required<string>();
  private readonly api = inject(OutcomesApi);
  protected readonly sending = new Sending();
  /** Whether it was given here and now. */
  protected readonly sent = signal(false);
  protected readonly choices = CHOICES;
  protected readonly commentLength = FEEDBACK_COMMENT_LENGTH;
  protected readonly questions = FEEDBACK_QUESTIONS.map((name) => ({
    name,
    words: FEEDBACK_QUESTION_WORDS[name],
  }));
  protected readonly form = inject(NonNullableFormBuilder).group({
    clear: inject(NonNullableFormBuilder).control<number | null>(null),
    useful: inject(NonNullableFormBuilder).control<number | null>(null),
    confident: inject(NonNullableFormBuilder).control<number | null>(null),
    'use-it': inject(NonNullableFormBuilder).control<number | null>(null),
    comment: '',
  });
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.feedbackForm(params),
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { sessionTitle, startsAt, standing } = this.fetched.value();
    return { lede: `${sessionTitle}, ${londonDate(startsAt)}`, standing };
  });

  protected async give(): Promise<void> {
    const { comment, ...chosen } = this.form.getRawValue();
    const answers: FeedbackAnswers = Object.fromEntries(
      FEEDBACK_QUESTIONS.flatMap((question: FeedbackQuestion) =>
        chosen[question] ? [[question, chosen[question]] as const] : [],
      ),
    );
    const words = comment.trim();
    if (Object.keys(answers).length === 0 && words === '') {
      const message = 'Answer at least one question, or write a comment.';
      this.sending.refuse([{ field: 'answers.clear', code: 'empty', message }]);
      return;
    }
    const request = { answers, ...(words === '' ? {} : { comment: words }) };
    const form = await this.sending.send(() => this.api.giveFeedback(this.id(), request));
    if (!form) return;
    this.sent.set(true);
    this.fetched.set(form);
  }
}
