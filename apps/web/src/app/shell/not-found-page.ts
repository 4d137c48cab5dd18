import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader } from '@lectern/ui';

/** For addresses that lead nowhere, and for pages that the visitor may not see: the two look alike. */
@Component({
  selector: 'app-not-found-page',
  imports: [PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="Page not found" />
      <p>
        If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.
      </p>
      <p>Some pages are only for the school or the people they belong to.</p>
      <p><a routerLink="/">Go to the first page</a></p>
    </div>
  `,
})
export class NotFoundPage {}
