import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { formatShortCode, readTicketCode } from '@lectern/check-in';

/** Types the short code under a badge's square code. A slip is told before anything is sent. */
@Component({
  selector: 'lectern-typed-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 id="type-title">Type the code</h1>
    <form novalidate (submit)="check($event)">
      <div class="field" [class.field--wrong]="problem()">
        <label for="short-code">Short code</label>
        <p class="hint" id="short-code-hint">
          Eight letters and digits under the square code, such as 7K2M-9QXC.
        </p>
        <p class="problem" id="short-code-problem" role="alert">{{ problem() }}</p>
        <input
          #field
          id="short-code"
          name="short-code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          enterkeyhint="go"
          maxlength="200"
          aria-describedby="short-code-hint short-code-problem"
          [attr.aria-invalid]="problem() ? true : null"
          [value]="text()"
          (input)="type($event)"
        />
      </div>
      <div class="row">
        <button type="submit" class="button">Check this code</button>
        <button type="button" class="button button--quiet" (click)="closed.emit()">Back to the camera</button>
      </div>
    </form>
  `,
  styleUrl: './panel.scss',
  host: {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'type-title',
    '(document:keydown.escape)': 'closed.emit()',
  },
})
export class TypedCode {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly entered = output<string>();
  readonly closed = output();

  protected readonly text = signal('');
  protected readonly problem = signal('');

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
    this.problem.set('');
  }

  protected check(event: Event): void {
    event.preventDefault();
    const reading = readTicketCode(this.text());
    switch (reading.kind) {
      case 'short':
        return this.entered.emit(formatShortCode(reading.shortCode));
      case 'ticket':
      case 'party':
        return this.entered.emit(this.text());
      case 'mistyped':
        return this.complain('A character is wrong or two are swapped. Compare each with the badge.');
      case 'damaged':
      case 'unknown':
        return this.complain(
          this.text().trim() === ''
            ? 'Type the code that is printed under the square code.'
            : 'A short code has eight characters: digits, and letters other than U. Count them on the badge.',
        );
    }
  }

  private complain(problem: string): void {
    this.problem.set(problem);
    this.field().nativeElement.focus();
  }
}
