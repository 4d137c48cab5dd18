import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { OfferList } from './offer-list';
import { isToCome } from './offer-words.rules';
import { OffersApi } from './offers-api';
import { WantedList } from './wanted-list';

/** A trainee’s offers, where presenters are still wanted, and what became of earlier offers. */
@Component({
  selector: 'app-my-offers-page',
  imports: [EmptyState, Fetched, MatButton, OfferList, PageHeader, RouterLink, WantedList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="My offers" lede="Sessions that you offer to give to teachers.">
        <a matButton="outlined" routerLink="/my-offers/propose">Propose a session</a>
        <a matButton="outlined" routerLink="/my-offers/placement-days">Placement days</a>
      </lectern-page-header>
      <app-fetched [of]="fetched" heading="Your offers could not be shown" />
      @if (shown(); as shown) {
        <section aria-labelledby="current">
          <h2 id="current">To come</h2>
          @if (shown.current.length > 0) {
            <app-offer-list [offers]="shown.current" />
          } @else {
            <lectern-empty-state
              heading="You have no offer at the moment"
              words="Choose a session below that looks for presenters, or propose one that you would like to give."
            />
          }
        </section>
        <section class="section" aria-labelledby="wanted">
          <h2 id="wanted">Sessions that look for presenters</h2>
          @if (shown.wanted.length > 0) {
            <app-wanted-list [wanted]="shown.wanted" />
          } @else {
            <p>No session looks for presenters at the moment. You may propose one.</p>
          }
        </section>
        @if (shown.past.length > 0) {
          <section class="section" aria-labelledby="past">
            <h2 id="past">Over</h2>
            <app-offer-list [offers]="shown.past" />
          </section>
        }
      }
    </div>
  `,
})
export class MyOffersPage {
  private readonly api = inject(OffersApi);
  private readonly now = new Date();
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
      current: offers
        .filter((offer) => isToCome(offer, this.now))
        .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt)),
      past: offers
        .filter((offer) => !isToCome(offer, this.now))
        .sort((a, b) => b.session.startsAt.localeCompare(a.session.startsAt)),
      wanted: wanted.filter(({ ownOfferId }) => ownOfferId === null),
    };
  });
}
