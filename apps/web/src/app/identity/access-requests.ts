import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccessRequest, AccessRequestList } from '@lectern/identity';
import { EmptyState, ErrorSummary } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { PageByPage } from '../platform/page-by-page';
import { Sending } from '../platform/sending';
import { PeopleApi } from './people-api';
import { RequestCard } from './request-card';
import { AskWhy } from '../platform/ask-why';

/** The requests for access that whoever is signed in may decide, for staff and for a school's own page. */
@Component({
  selector: 'app-access-requests',
  imports: [EmptyState, ErrorSummary, Fetched, MatButton, RequestCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="news" role="status">{{ news() }}</p>
    <lectern-error-summary [errors]="sending.errors()" />
    <app-fetched [of]="requests.first" heading="The requests could not be shown" />
    @if (requests.first.hasValue()) {
      @if (requests.items().length === 0) {
        <lectern-empty-state [heading]="emptyHeading()" [words]="emptyWords()" />
      } @else {
        <ul class="plain-list cards">
          @for (request of requests.items(); track request.id) {
            <li>
              <app-request-card
                [request]="request"
                [busy]="sending.busy() && working() === request.id"
                (approve)="approve(request)"
                (decline)="decline(request)"
              />
            </li>
          }
        </ul>
        @if (requests.hasMore()) {
          <button matButton="outlined" type="button" (click)="requests.more()">Show more</button>
        }
      }
    }
  `,
  styles: `
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
      margin-bottom: 1rem;
    }
    .news:empty {
      margin: 0;
    }
  `,
})
export class AccessRequests {
  readonly list = input<AccessRequestList>('waiting');
  readonly emptyHeading = input('No request is waiting');
  readonly emptyWords = input('People ask on the page “Ask for access”, which sign-in leads to.');
  readonly decided = output();
  private readonly api = inject(PeopleApi);
  private readonly why = inject(AskWhy);
  protected readonly sending = new Sending();
  protected readonly working = signal('');
  protected readonly news = signal('');
  protected readonly requests = new PageByPage(
    () => this.list(),
    (list: AccessRequestList, cursor) => this.api.requests(list, cursor),
  );

  protected async approve({ id, name, account }: AccessRequest): Promise<void> {
    this.working.set(id);
    const done = await this.sending.send(() => this.api.approve(id));
    if (done) {
      this.finish(
        account ? `${name} has access now, and gets a letter.` : `${name} gets a letter with an invitation.`,
      );
    }
  }

  protected async decline(request: AccessRequest): Promise<void> {
    const declined = await this.why.ask({
      heading: `Decline ${request.name}’s request?`,
      reason: {
        label: 'Why?',
        hint: `${request.name} reads this in a letter.`,
        needed: 'Say why, so that they can put it right.',
      },
      yes: 'Decline the request',
      doing: 'Declining…',
      no: 'Not yet',
      send: (reason) => this.api.decline(request.id, reason),
    });
    if (declined) this.finish(`${request.name} was declined, and gets a letter.`);
  }

  reload(): void {
    this.requests.reload();
  }

  private finish(news: string): void {
    this.news.set(news);
    this.requests.reload();
    this.decided.emit();
  }
}
