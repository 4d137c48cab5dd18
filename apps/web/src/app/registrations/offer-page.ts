import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import type { OfferAnswerWord, OfferDetails, OfferStatus } from '@lectern/registrations';
import { ErrorSummary, PageHeader, TakeFocus, type Tone } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AnswerOffer } from './answer-offer';
import { count } from './counts';
import { OffersApi } from './offers-api';

interface Outcome {
  readonly tone: Tone;
  readonly heading: string;
  readonly words: string;
}

/** What became of an offer, for whoever opens its link later. */
const outcomeOf = ({ conference, places, status }: OfferDetails): Outcome | null => {
  const outcomes: Readonly<Record<Exclude<OfferStatus, 'open'>, Outcome>> = {
    accepted: {
      tone: 'go',
      heading: `You have ${count(places, 'place')}`,
      words: `Your group is confirmed. Sign in to name your pupils by ${londonDate(conference.finalNumbersAt)}. Their tickets are then ready to print.`,
    },
    declined: {
      tone: 'note',
      heading: 'You declined the places',
      words:
        'They went to the next school, and your group is off the waiting list. If you want to come after all, sign in and go back on the list.',
    },
    expired: {
      tone: 'wait',
      heading: 'This offer has run out',
      words:
        'The places go to the next school, and your group is off the waiting list. If you still want to come, sign in and go back on the list.',
    },
    withdrawn: {
      tone: 'wait',
      heading: 'This offer was taken back',
      words: 'Your group or the conference has changed since. Sign in to see how your group stands.',
    },
  };
  return status === 'open' ? null : outcomes[status];
};

/** What the link in a letter opens, without signing in: the places that are held, and one answer to them. */
@Component({
  selector: 'app-offer-page',
  imports: [AnswerOffer, ErrorSummary, Fetched, MatButton, PageHeader, RouterLink, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      @if (shown(); as shown) {
        <lectern-page-header [heading]="'Places for ' + shown.offer.schoolName" [lede]="shown.lede" />
        <lectern-error-summary [errors]="sending.errors()" />
        @if (shown.outcome; as outcome) {
          <div [class]="'callout tone-' + outcome.tone">
            @if (answered()) {
              <h2 lecternTakeFocus tabindex="-1">{{ outcome.heading }}</h2>
            } @else {
              <h2>{{ outcome.heading }}</h2>
            }
            <p>{{ outcome.words }}</p>
          </div>
        } @else {
          <app-answer-offer
            [places]="shown.offer.places"
            [wanted]="shown.offer.pupilsWanted"
            [expiresAt]="shown.offer.expiresAt"
            [finalNumbersAt]="shown.offer.conference.finalNumbersAt"
            [busy]="sending.busy()"
            (answer)="answer($event)"
          />
        }
        <section class="section" aria-label="The conference">
          <dl class="facts">
            <dt>Conference</dt>
            <dd>
              <a [routerLink]="['/conferences', shown.offer.conference.slug]">{{
                shown.offer.conference.title
              }}</a>
            </dd>
            <dt>When</dt>
            <dd>{{ shown.when }}</dd>
            <dt>Where</dt>
            <dd>{{ shown.offer.conference.venueName }}</dd>
          </dl>
        </section>
        @if (shown.outcome) {
          <div class="actions">
            <a matButton="outlined" routerLink="/groups">See your groups</a>
          </div>
        }
      } @else {
        <lectern-page-header heading="An offer of places" />
        <app-fetched [of]="offer" heading="This offer cannot be shown" />
      }
    </div>
  `,
})
export class OfferPage {
  readonly token = input.required<string>();
  private readonly api = inject(OffersApi);
  protected readonly sending = new Sending();
  /** Whether the outcome came by an answer given here, and takes the focus from its buttons. */
  protected readonly answered = signal(false);
  protected readonly offer = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.offer.hasValue()) return null;
    const offer = this.offer.value();
    return {
      offer,
      outcome: outcomeOf(offer),
      when: conferenceWhen(offer.conference),
      lede: `${offer.conference.title}, ${londonDate(offer.conference.startsAt)}`,
    };
  });

  protected async answer(answer: OfferAnswerWord): Promise<void> {
    const answered = await this.sending.send(() => this.api.answerByLink(this.token(), answer));
    if (answered) {
      this.answered.set(true);
      this.offer.set(answered);
    } else this.offer.reload();
  }
}
