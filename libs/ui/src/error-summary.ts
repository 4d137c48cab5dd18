import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import type { FieldError } from '@lectern/core';
import { fieldId } from './form-errors';

/** Everything that is wrong with a form, above it: takes the focus when it appears, and each line leads to its box. */
@Component({
  selector: 'lectern-error-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (errors().length > 0) {
      <div
        #summary
        class="callout tone-stop"
        role="alert"
        tabindex="-1"
        aria-labelledby="error-summary-heading"
      >
        <h2 id="error-summary-heading">There is a problem</h2>
        <ul class="plain-list">
          @for (error of lines(); track error.field + error.message) {
            <li>
              @if (error.field) {
                <a [href]="'#' + error.id" (click)="goTo($event, error.id)">{{ error.message }}</a>
              } @else {
                {{ error.message }}
              }
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    h2 {
      margin-bottom: 0.5rem;
      font-size: 1.1875rem;
    }
    li + li {
      margin-top: 0.375rem;
    }
    a {
      display: inline-block;
      min-height: 24px;
      color: var(--stop);
      font-weight: 650;
    }
  `,
})
export class ErrorSummary {
  readonly errors = input.required<readonly FieldError[]>();
  protected readonly lines = computed(() =>
    this.errors().map((error) => ({ ...error, id: fieldId(error.field.replace(/\[.*$/, '')) })),
  );
  private readonly document = inject(DOCUMENT);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');

  constructor() {
    afterRenderEffect(() => {
      this.errors();
      this.summary()?.nativeElement.focus();
    });
  }

  protected goTo(event: Event, id: string): void {
    event.preventDefault();
    const box = this.document.getElementById(id);
    box?.scrollIntoView({ block: 'center' });
    (box?.matches('fieldset') ? box.querySelector('input') : box)?.focus();
  }
}
