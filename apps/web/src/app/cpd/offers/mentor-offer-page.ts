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
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { OfferDecision, OfferPresenter, PresenterOffer, TraineeSuitability } from '@lectern/cpd';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { OfferFacts } from './offer-facts';
import { OfferThread } from './offer-thread';
import { offerMark } from './offer-words.rules';
import { OffersApi } from './offers-api';
import { SuitabilityDialog } from './suitability-dialog';
import { withdrawQuestion } from './withdraw-question';
import { AskWhy } from '../../platform/ask-why';

const DONE: Readonly<Record<OfferDecision, string>> = {
  approve: 'approved',
  'request-changes': 'sent back for changes',
  decline: 'declined',
};

/** One offer for a mentor: what the trainees would do, who is not confirmed as suitable, and the decision. */
@Component({
  selector: 'app-mentor-offer-page',
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
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mentor-offer-page.html',
  styles: `
    .text {
      max-width: var(--form);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .lacking {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class MentorOfferPage {
  readonly id = input.required<string>();
  private readonly api = inject(OffersApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  private readonly dialog = inject(MatDialog);
  private readonly why = inject(AskWhy);
  protected readonly news = signal('');
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ note: '' });
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  private readonly offer = linkedSignal(() => (this.fetched.hasValue() ? this.fetched.value() : null));
  protected readonly shown = computed(() => {
    const offer = this.offer();
    if (!offer) return null;
    const may = new Set(offer.actions);
    return {
      offer,
      mark: offerMark(offer),
      isProposal: offer.proposal !== null,
      mayApprove: may.has('approve'),
      mayAskForChanges: may.has('request-changes'),
      mayDecline: may.has('decline'),
      mayWithdraw: may.has('withdraw'),
      lacking: may.has('approve') ? offer.presenters.filter(({ isSuitable }) => isSuitable === false) : [],
    };
  });

  protected async decide(decision: OfferDecision): Promise<void> {
    const note = this.form.getRawValue().note.trim();
    const offer = await this.sending.send(() =>
      this.api.decide(this.id(), { decision, ...(note ? { note } : {}) }),
    );
    if (!offer) return;
    this.said.leave(`The offer for ‘${offer.session.title}’ is ${DONE[decision]}. Its team gets a letter.`);
    await this.router.navigate(['/mentor']);
  }

  protected async confirm(one: OfferPresenter): Promise<void> {
    const open = this.dialog.open<SuitabilityDialog, OfferPresenter, TraineeSuitability>(SuitabilityDialog, {
      data: one,
      maxWidth: '36rem',
    });
    if (!(await firstValueFrom(open.afterClosed()))) return;
    this.news.set(`The suitability of ${one.name} is on record.`);
    this.fetched.reload();
  }

  protected async withdraw(offer: PresenterOffer): Promise<void> {
    const withdrawn = await this.why.ask(
      withdrawQuestion(offer, (reason) => this.api.withdraw(offer.id, reason)),
    );
    if (withdrawn) this.show(withdrawn, 'The offer is withdrawn.');
  }

  protected show(offer: PresenterOffer, words: string): void {
    this.offer.set(offer);
    this.news.set(words);
  }
}
