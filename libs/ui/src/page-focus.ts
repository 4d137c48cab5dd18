import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Moves the focus to the heading of the page that one has gone to, as a page load would: to the heading that is there,
 * or to the one that comes when the page's data has. A page that keeps its heading (tabs) keeps the focus.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private left: Element | null = null;
  private waiting = false;

  leave(): void {
    this.left = this.heading();
    this.waiting = false;
  }

  arrive(): void {
    const heading = this.heading();
    if (heading && heading === this.left) return;
    this.toHeading();
  }

  headingShown(): void {
    const heading = this.heading();
    if (!this.waiting || !heading) return;
    this.waiting = false;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** For what has changed the page so much that its control is gone. */
  toHeading(): void {
    this.waiting = true;
    this.headingShown();
  }

  private heading(): HTMLElement | null {
    return this.document.querySelector<HTMLElement>('main h1');
  }
}
