import { ChangeDetectionStrategy, Component, input } from '@angular/core';

export interface HeadNumber {
  readonly label: string;
  readonly value: number;
  /** What the number means, in a few words: `of 120`, `2 groups`. */
  readonly note?: string;
}

const FIGURES = new Intl.NumberFormat('en-GB');

/** A line of numbers at the head of a page, each with its name. */
@Component({
  selector: 'lectern-five-numbers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (number of numbers(); track number.label) {
        <div>
          <dt>{{ number.label }}</dt>
          <dd class="figures">
            <span class="value">{{ written(number.value) }}</span>&ngsp;
            @if (number.note) {
              <span class="note">{{ number.note }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 30%), 1fr));
      margin: 0 0 1.5rem;
      border-block: 1px solid var(--hairline);
    }
    div {
      padding: 0.75rem 1rem 0.75rem 0;
    }
    dt {
      color: var(--text-soft);
      font-size: 0.9375rem;
    }
    dd {
      margin: 0;
    }
    .value {
      margin-inline-end: 0.375rem;
      font-size: 1.75rem;
      font-weight: 600;
      line-height: 1.2;
    }
    .note {
      white-space: nowrap;
      color: var(--text-soft);
      font-size: 0.9375rem;
    }
  `,
})
export class FiveNumbers {
  readonly numbers = input.required<readonly HeadNumber[]>();
  protected readonly written = (value: number): string => FIGURES.format(value);
}
