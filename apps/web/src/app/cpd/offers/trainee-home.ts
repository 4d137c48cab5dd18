import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { PageHeader } from '@lectern/ui';
import { greeting } from '../../home/greeting.rules';
import { NextList } from '../../home/next-list';
import { firstTasks } from '../../home/next-task.rules';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { OfferList } from './offer-list';
import { isToCome, tasksOfOffers } from './offer-words.rules';
import { OffersApi } from './offers-api';
import { WantedList } from './wanted-list';

const WANTED_SHOWN = 5;

/** Home of a trainee: what is next, how the offers stand, and where presenters are wanted. */
@Component({
  selector: 'app-trainee-home',
  imports: [Fetched, MatButton, NextList, OfferList, PageHeader, RouterLink, WantedList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="greeting()" [lede]="today" />
      <app-fetched [of]="fetched" heading="Your offers could not be shown" />
      @if (shown(); as shown) {
        <section aria-labelledby="next">
          <h2 id="next">Next</h2>
          @if (shown.tasks.length > 0) {
            <app-next-list [tasks]="shown.tasks" />
          } @else {
            <p>There is nothing that you need to do at the moment.</p>
          }
        </section>
        @if (shown.waiting.length > 0) {
          <section class="section" aria-labelledby="waiting">
            <h2 id="waiting">Your offers that wait</h2>
            <app-offer-list [offers]="shown.waiting" />
          </section>
        }
        <section class="section" aria-labelledby="wanted">
          <h2 id="wanted">Sessions that look for presenters</h2>
          @if (shown.wanted.length > 0) {
            <app-wanted-list [wanted]="shown.wanted" />
          } @else {
            <p>No session looks for presenters at the moment.</p>
          }
          <p class="actions no-print">
            <a matButton="outlined" routerLink="/my-offers">All your offers</a>
            <a matButton="outlined" routerLink="/my-offers/propose">Propose a session</a>
            <a matButton="outlined" routerLink="/my-offers/placement-days">Placement days</a>
          </p>
        </section>
      }
    </div>
  `,
})
export class TraineeHome {
  private readonly api = inject(OffersApi);
  private readonly session = inject(SessionStore);
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly greeting = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly fetched = resource({
    loader: async () => {
      const [offers, wanted] = await Promise.all([this.api.list({ whose: 'mine' }), this.api.wanted()]);
      return { offers: offers.items, wanted: wanted.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { offers, wanted } = this.fetched.value();
    return {
      tasks: firstTasks(tasksOfOffers(offers, this.session.account()?.id ?? '', this.now)),
      waiting: offers.filter(
        (offer) => isToCome(offer, this.now) && (offer.status === 'offered' || offer.status === 'standby'),
      ),
      wanted: wanted.filter(({ ownOfferId }) => ownOfferId === null).slice(0, WANTED_SHOWN),
    };
  });
}
