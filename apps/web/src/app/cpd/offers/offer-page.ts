import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PresenterOffer } from '@lectern/cpd';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { OfferFacts } from './offer-facts';
import { OfferThread } from './offer-thread';
import { offerMark, whatNext } from './offer-words.rules';
import { OffersApi } from './offers-api';
import { withdrawQuestion } from './withdraw-question';
import { AskWhy } from '../../platform/ask-why';

/** One offer for its team: how it stands, what the mentor wrote, and what the team can do. */
@Component({
  selector: 'app-offer-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    MatButton,
    OfferFacts,
    OfferThread,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './offer-page.html',
  styles: `
    .text {
      max-width: var(--form);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .next {
      font-size: 1.125rem;
    }
  `,
})
export class OfferPage {
  readonly id = input.required<string>();
  private readonly api = inject(OffersApi);
  private readonly why = inject(AskWhy);
  protected readonly news = signal(inject(SaidOnce).take());
  protected readonly revising = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ outline: '' });
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const offer = await this.api.see(params);
      this.form.setValue({ outline: offer.outline });
      return offer;
    },
  });
  private readonly offer = linkedSignal(() => (this.fetched.hasValue() ? this.fetched.value() : null));
  protected readonly shown = computed(() => {
    const offer = this.offer();
    if (!offer) return null;
    return {
      offer,
      mark: offerMark(offer),
      next: whatNext(offer),
      mayRevise: offer.actions.includes('revise'),
      mayWithdraw: offer.actions.includes('withdraw'),
      asked: offer.thread.filter(({ action }) => action === 'request-changes').at(-1)?.text ?? '',
      mayShare: offer.status === 'approved' || offer.status === 'delivered',
      isPublic: offer.session.status === 'published' || offer.session.status === 'delivered',
    };
  });

  protected async revise(): Promise<void> {
    const outline = this.form.getRawValue().outline.trim();
    const offer = await this.revising.send(() => this.api.revise(this.id(), outline));
    if (offer) this.show(offer, 'Your changes are with the mentors.');
  }

  protected async withdraw(offer: PresenterOffer): Promise<void> {
    const withdrawn = await this.why.ask(
      withdrawQuestion(offer, (reason) => this.api.withdraw(offer.id, reason)),
    );
    if (withdrawn) this.show(withdrawn, 'Your offer is withdrawn.');
  }

  protected show(offer: PresenterOffer, words: string): void {
    this.offer.set(offer);
    this.news.set(words);
  }
}
