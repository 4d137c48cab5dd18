import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Panels } from './panels';

/** The frame of every panel: its title, which takes the focus, and the way back within a thumb's reach. */
@Component({
  selector: 'lectern-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 #heading id="panel-title" tabindex="-1">{{ title() }}</h1>
    <ng-content />
    <div class="foot">
      @if (panels.isNested()) {
        <button type="button" class="button button--quiet" (click)="panels.back()">Back</button>
      }
      <button type="button" class="button" (click)="panels.close()">Back to the camera</button>
    </div>
  `,
  styleUrl: './panel-frame.scss',
  host: {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'panel-title',
    '(document:keydown.escape)': 'panels.back()',
  },
})
export class PanelFrame {
  protected readonly panels = inject(Panels);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly title = input.required<string>();
  /** Whether the panel gives the focus to a field of its own. */
  readonly ownFocus = input(false);

  constructor() {
    afterNextRender(() => {
      if (!this.ownFocus()) this.heading().nativeElement.focus();
    });
  }
}
