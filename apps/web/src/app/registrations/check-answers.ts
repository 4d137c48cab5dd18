import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { figure } from './counts';
import { type GroupAnswers, numberIn, type RegisterStep } from './group-answers.rules';

interface Answer {
  readonly question: string;
  readonly answer: string;
  readonly step: RegisterStep;
}

/** Everything that was answered, each with a way back to its question. */
@Component({
  selector: 'app-check-answers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (row of rows(); track row.question) {
        <div>
          <dt>{{ row.question }}</dt>
          <dd>{{ row.answer }}</dd>
          <dd class="mend">
            <button type="button" (click)="mend.emit(row.step)">
              Change<span class="spoken"> {{ row.question }}</span>
            </button>
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      margin: 0 0 1.5rem;
    }
    div {
      display: grid;
      grid-template-columns: 11rem 1fr auto;
      gap: 0.25rem 1rem;
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--hairline);
    }
    dt {
      font-weight: 650;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    button {
      min-height: 24px;
      padding: 0 0.25rem;
      border: 0;
      background: none;
      color: var(--ink);
      font: inherit;
      text-decoration: underline;
      text-underline-offset: 0.18em;
      cursor: pointer;
    }
    @media (max-width: 34rem) {
      div {
        grid-template-columns: 1fr auto;
      }
      dt {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class CheckAnswers {
  readonly answers = input.required<GroupAnswers>();
  /** Asks for the screen on which an answer can be changed. */
  readonly mend = output<RegisterStep>();
  protected readonly rows = computed((): readonly Answer[] => {
    const answers = this.answers();
    const minimum = answers.pupilsMinimum.trim();
    const row = (question: string, answer: string, step: RegisterStep): Answer => ({
      question,
      answer,
      step,
    });
    return [
      ...(answers.school ? [row('School', `${answers.school.name}, ${answers.school.town}`, 'school')] : []),
      row('Pupils', figure(numberIn(answers.pupilsWanted), 'pupil'), 'pupils'),
      row('Fewest pupils', minimum === '' ? 'All of them' : figure(numberIn(minimum), 'pupil'), 'pupils'),
      row('Adults', figure(numberIn(answers.adults), 'adult'), 'adults'),
      ...(answers.supervisionReason.trim()
        ? [row('Why fewer adults are enough', answers.supervisionReason.trim(), 'adults')]
        : []),
      row('Visit leader', answers.leaderName.trim(), 'leader'),
      row('Telephone', answers.leaderPhone.trim(), 'leader'),
      row('Notes', answers.notes.trim() || 'None', 'notes'),
    ];
  });
}
