import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { PRODUCT_NAME } from '@lectern/ui';

/** `Conferences – Lectern`; a page whose heading holds a name from its data puts that in the title itself. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const title = this.buildTitle(state);
    if (title) this.title.setTitle(`${title} – ${PRODUCT_NAME}`);
  }
}
