import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { figure } from '@lectern/core';
import { FEEDBACK_LEAST, FEEDBACK_SCALE, type FeedbackSummary } from '@lectern/cpd';

/** A summary of feedback: each question with its mean, or that too few have answered. The same for every reader. */
@Component({
  selector: 'app-feedback-figures',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (rows().length === 0) {
      <p class="soft">
        Averages are shown once {{ least }} teachers have answered, then in steps of {{ least }}.
      </p>
    } @else {
      <dl>
        @for (row of rows(); track row.words) {
          <div>
            <dt>{{ row.words }}</dt>
            <dd>
              @if (row.share === null) {
                <span class="soft">Shown once {{ least }} teachers have answered</span>
              } @else {
                <span class="bar" aria-hidden="true"><span [style.inline-size.%]="row.share"></span></span>
                <strong>{{ row.mean }}</strong> <span class="soft">{{ row.answers }}</span>
              }
            </dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      gap: 0.625rem;
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: 0 1.5rem;
      align-items: center;
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.625rem;
      align-items: center;
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      flex: 0 0 6rem;
      height: 0.625rem;
      border: 1px solid var(--rule);
      border-radius: 0.3125rem;
      overflow: hidden;
    }
    .bar > span {
      display: block;
      height: 100%;
      background: var(--ink);
    }
    p {
      margin: 0;
    }
  `,
})
export class FeedbackFigures {
  readonly of = input.required<FeedbackSummary>();
  protected readonly least = FEEDBACK_LEAST;
  /** Nothing when there is nothing to show of any question: four times the same sentence says no more than once. */
  protected readonly rows = computed(() => {
    const { figures } = this.of();
    if (figures.every(({ suppressed }) => suppressed)) return [];
    const { least, most } = FEEDBACK_SCALE;
    return figures.map(({ words, mean, answers }) => ({
      words,
      share: mean === null ? null : ((mean - least) / (most - least)) * 100,
      mean: mean === null ? '' : `${mean.toFixed(1)} of ${most}`,
      answers: answers === null ? '' : `from ${figure(answers, 'answer')}`,
    }));
  });
}
