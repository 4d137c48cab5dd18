import { afterNextRender, ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';
import { PageFocus } from './page-focus';
import { type Tone, StatusMark } from './status-mark';

export const PRODUCT_NAME = 'Lectern';

/** The head of every page: the way back, the one h1, its state, a line of context, and the page's actions (projected). */
@Component({
  selector: 'lectern-page-header',
  imports: [Icon, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (backTo(); as link) {
      <a class="back no-print" [routerLink]="link"><lectern-icon name="back" />{{ backWords() }}</a>
    }
    <div class="row">
      <div class="words">
        <h1>{{ heading() }}</h1>
        @if (status(); as status) {
          <p class="status"><lectern-status-mark [tone]="status.tone" [words]="status.words" /></p>
        }
        @if (lede()) {
          <p class="lede">{{ lede() }}</p>
        }
      </div>
      <div class="aside no-print"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 1.75rem;
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 0.125rem;
      min-height: 24px;
      margin-bottom: 0.75rem;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 1rem 2rem;
      align-items: flex-start;
      justify-content: space-between;
    }
    .words {
      flex: 1 1 20rem;
      min-width: 0;
    }
    .status,
    .lede {
      margin: 0;
    }
    .lede {
      color: var(--text-soft);
      font-size: 1.125rem;
    }
    .aside {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
    }
    .aside:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** The part of the page that is in view, such as its tab; it stands first in the document's title. */
  readonly part = input('');
  readonly lede = input<string | null>(null);
  readonly status = input<{ readonly tone: Tone; readonly words: string } | null>(null);
  readonly backTo = input<string | null>(null);
  readonly backWords = input('Back');

  constructor() {
    const title = inject(Title);
    const focus = inject(PageFocus);
    effect(() => title.setTitle([this.part(), this.heading(), PRODUCT_NAME].filter(Boolean).join(' – ')));
    afterNextRender(() => focus.headingShown());
  }
}
