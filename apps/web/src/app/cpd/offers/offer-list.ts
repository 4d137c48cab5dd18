import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listed } from '@lectern/core';
import type { PresenterOffer } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { isLive, offerMark, placeWords, sessionWhen } from './offer-words.rules';

/** Offers as a list: the session, when and where, with whom, and how each stands. */
@Component({
  selector: 'app-offer-list',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="plain-list marked-lines">
      @for (row of rows(); track row.id) {
        <li>
          <div>
            <p class="title">
              <a [routerLink]="[base(), row.id]">{{ row.title }}</a>
            </p>
            <p>{{ row.when }} · {{ row.where }}</p>
            <p class="soft">{{ row.team }}</p>
          </div>
          <p class="marks">
            <lectern-status-mark [tone]="row.mark.tone" [words]="row.mark.words" />
            @if (row.lacking) {
              <lectern-status-mark tone="needs" [words]="row.lacking" />
            }
          </p>
        </li>
      }
    </ul>
  `,
})
export class OfferList {
  readonly offers = input.required<readonly PresenterOffer[]>();
  /** Where an offer is opened. */
  readonly base = input('/my-offers');
  /** Whether it is said of how many that their suitability is not confirmed. */
  readonly withSuitability = input(false);
  protected readonly rows = computed(() =>
    this.offers().map((offer) => {
      const lacking = offer.presenters.filter(({ isSuitable }) => isSuitable === false);
      return {
        id: offer.id,
        title: offer.session.title,
        when: sessionWhen(offer.session),
        where: placeWords(offer.session.place),
        team: listed(offer.presenters.map(({ name }) => name)),
        mark: offerMark(offer),
        lacking:
          this.withSuitability() && isLive(offer) && lacking.length > 0
            ? `Not confirmed: ${listed(lacking.map(({ name }) => name))}`
            : '',
      };
    }),
  );
}
