import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { MailsApi } from './mails-api';

/** Every kind of letter that Lectern writes, by when it is written. */
@Component({
  selector: 'app-letters-page',
  imports: [Fetched, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="Letters that Lectern writes"
        lede="Each is written by itself when this happens. Open one to see an example."
        backTo="/mail"
        backWords="Mail"
      />
      <app-fetched [of]="kinds" heading="The letters could not be shown" />
      @if (kinds.hasValue()) {
        <ul class="plain-list list">
          @for (kind of kinds.value(); track kind.kind) {
            <li>
              <a routerLink="/mail/letter" [queryParams]="{ kind: kind.kind }">{{ kind.title }}</a>
            </li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    .list {
      border-top: 1px solid var(--hairline);
    }
    li {
      border-bottom: 1px solid var(--hairline);
    }
    a {
      display: block;
      padding-block: 0.75rem;
    }
  `,
})
export class LettersPage {
  private readonly api = inject(MailsApi);
  protected readonly kinds = resource({ loader: () => this.api.kinds() });
}
