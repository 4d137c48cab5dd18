import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ErrorSummary, PageHeader, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { PeopleApi } from './people-api';

/** What the letter's link opens. A button, since programs that read mail open links too. */
@Component({
  selector: 'app-confirm-address-page',
  imports: [ErrorSummary, MatButton, PageHeader, RouterLink, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      @if (schoolName(); as school) {
        <lectern-page-header heading="Your address is confirmed" />
        <div class="callout tone-go" lecternTakeFocus tabindex="-1">
          <p>
            Your request for access to <strong>{{ school }}</strong> is with the university and the
            coordinators of your school now. You get a letter as soon as one of them has decided.
          </p>
        </div>
        <p><a routerLink="/conferences">See the conferences in the meantime</a></p>
      } @else {
        <lectern-page-header
          heading="Confirm your e-mail address"
          lede="You asked for access to a school in Lectern. Confirm that this address is yours."
        />
        <lectern-error-summary [errors]="sending.errors()" />
        <div class="actions">
          <button matButton="filled" type="button" (click)="confirm()">
            {{ sending.busy() ? 'Confirming…' : 'Confirm my e-mail address' }}
          </button>
          @if (sending.errors().length > 0) {
            <a matButton="outlined" routerLink="/ask-for-access">Ask for access again</a>
          }
        </div>
      }
    </div>
  `,
})
export class ConfirmAddressPage {
  readonly token = input.required<string>();
  private readonly api = inject(PeopleApi);
  protected readonly sending = new Sending();
  protected readonly schoolName = signal('');

  protected async confirm(): Promise<void> {
    const confirmed = await this.sending.send(() => this.api.confirm(this.token()));
    if (confirmed) this.schoolName.set(confirmed.schoolName);
  }
}
