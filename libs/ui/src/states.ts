import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** Where a list would be when there is nothing in it: what this place is for, and (projected) the first step. */
@Component({
  selector: 'lectern-empty-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="heading">{{ heading() }}</p>
    @if (words()) {
      <p class="soft">{{ words() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: 2rem 1.5rem;
      border: 2px dashed var(--hairline);
      border-radius: var(--radius);
    }
    :host > :last-child {
      margin-bottom: 0;
    }
    .heading {
      margin-bottom: 0.25rem;
      font-size: 1.125rem;
      font-weight: 650;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly words = input('');
}

/** Where a page would be when it could not be fetched: what happened, in words, and another try. */
@Component({
  selector: 'lectern-error-state',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="callout tone-stop" role="alert">
      <p class="heading">{{ heading() }}</p>
      <p>{{ words() }}</p>
      @if (reference()) {
        <p class="small">Reference for support: {{ reference() }}</p>
      }
      @if (again()) {
        <button matButton="outlined" type="button" (click)="retry.emit()">Try again</button>
      }
    </div>
  `,
  styles: `
    .callout {
      max-width: 48rem;
    }
    .heading {
      margin-bottom: 0.25rem;
      font-weight: 650;
    }
  `,
})
export class ErrorState {
  readonly heading = input('This could not be shown');
  readonly words = input.required<string>();
  readonly reference = input<string | null>(null);
  readonly again = input(true);
  readonly retry = output();
}

/** Says that something is on its way, after a moment: what comes at once needs no notice. */
@Component({
  selector: 'lectern-loading-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p role="status"><span class="dot" aria-hidden="true"></span>{{ words() }}</p>`,
  styles: `
    p {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      padding-block: 1.5rem;
      color: var(--text-soft);
      animation: appear 200ms 400ms both;
    }
    .dot {
      width: 0.75rem;
      height: 0.75rem;
      border-radius: 50%;
      background: var(--ink);
      animation: breathe 1.2s ease-in-out infinite alternate;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes breathe {
      to {
        opacity: 0.25;
      }
    }
  `,
})
export class LoadingState {
  readonly words = input('Fetching…');
}
