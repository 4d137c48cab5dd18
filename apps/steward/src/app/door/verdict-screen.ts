import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { VerdictView } from './verdict-view';

/** Why a supervisor lets somebody in; each is one tap, since a queue is waiting. */
const REASONS = [
  'Known to me or to their teacher',
  'Went out without being scanned',
  'Staff confirmed the place',
];

/** The verdict over the whole screen: shape, colour and words say the same. */
@Component({
  selector: 'lectern-verdict-screen',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verdict-screen.html',
  styleUrl: './verdict-screen.scss',
  host: {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'verdict-title',
    '[class]': 'view().tone',
    '(click)': 'onTap()',
    '(document:keydown.escape)': 'dismissed.emit()',
  },
})
export class VerdictScreen {
  private readonly injector = inject(Injector);
  private readonly next = viewChild<ElementRef<HTMLElement>>('next');
  private readonly question = viewChild<ElementRef<HTMLElement>>('question');

  readonly view = input.required<VerdictView>();
  readonly dismissed = output();
  /** The reason for which a supervisor lets the person in all the same. */
  readonly overridden = output<string>();

  /** The steward lets in somebody whom the list does not hold. */
  readonly letIn = output();

  protected readonly reasons = REASONS;
  protected readonly asking = signal(false);

  constructor() {
    afterNextRender(() => this.next()?.nativeElement.focus());
  }

  /** A tap anywhere goes on, for gloves; not while something is being asked. */
  protected onTap(): void {
    if (!this.asking() && !this.view().mayLetIn) this.dismissed.emit();
  }

  protected ask(event: Event): void {
    event.stopPropagation();
    this.asking.set(true);
    afterNextRender(() => this.question()?.nativeElement.focus(), { injector: this.injector });
  }

  protected cancel(event: Event): void {
    event.stopPropagation();
    this.asking.set(false);
  }
}
