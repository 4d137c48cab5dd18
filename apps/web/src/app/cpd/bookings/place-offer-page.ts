import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type BookingOfferAnswerWord, type BookingOfferStatus, placeLine, sessionWhen } from '@lectern/cpd';
import { ErrorSummary, PageHeader, TakeFocus, type Tone } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { AnswerPlaces } from './answer-places';
import { BookingsApi } from './bookings-api';

interface Outcome {
  readonly tone: Tone;
  readonly heading: string;
  readonly words: string;
}

const OUTCOMES: Readonly<Record<Exclude<BookingOfferStatus, 'open'>, Outcome>> = {
  accepted: {
    tone: 'go',
    heading: 'The places are yours',
    words: 'Everybody who has one gets a letter with the session for their calendar.',
  },
  declined: {
    tone: 'note',
    heading: 'You declined the places',
    words: 'They went to the next on the list, and your booking is cancelled. You can book again.',
  },
  expired: {
    tone: 'wait',
    heading: 'This offer has run out',
    words: 'The places go to the next on the list, and your booking is cancelled. You can book again.',
  },
  withdrawn: {
    tone: 'wait',
    heading: 'This offer was taken back',
    words: 'Your booking or the session has changed since. Sign in to see how it stands.',
  },
};

/** What the link in a letter opens, without signing in: the places that are held, and one answer to them. */
@Component({
  selector: 'app-place-offer-page',
  imports: [AnswerPlaces, ErrorSummary, Fetched, MatButton, PageHeader, RouterLink, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      @if (shown(); as shown) {
        <lectern-page-header heading="Places for you" [lede]="shown.offer.title" />
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
          <app-answer-places
            [offer]="shown.offer"
            [people]="shown.offer.people"
            [busy]="sending.busy()"
            (answer)="answer($event)"
          />
        }
        <section class="section" aria-label="What it is for">
          <dl class="facts">
            @for (one of shown.sessions; track one.id) {
              <dt>{{ one.title }}</dt>
              <dd>{{ one.when }}<br />{{ one.where }}</dd>
            }
          </dl>
        </section>
        @if (shown.outcome) {
          <div class="actions">
            <a matButton="outlined" routerLink="/my-cpd">See your bookings</a>
          </div>
        }
      } @else {
        <lectern-page-header heading="An offer of places" />
        <app-fetched [of]="offer" heading="This offer cannot be shown" />
      }
    </div>
  `,
})
export class PlaceOfferPage {
  readonly token = input.required<string>();
  private readonly api = inject(BookingsApi);
  protected readonly sending = new Sending();
  /** Whether the outcome came by an answer given here, and takes the focus from its buttons. */
  protected readonly answered = signal(false);
  protected readonly offer = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.offer(params),
  });
  protected readonly shown = computed(() => {
    if (!this.offer.hasValue()) return null;
    const offer = this.offer.value();
    const sessions = offer.sessions.map((one) => ({
      ...one,
      when: sessionWhen(one),
      where: placeLine(one.place),
    }));
    return { offer, sessions, outcome: offer.status === 'open' ? null : OUTCOMES[offer.status] };
  });

  protected async answer(answer: BookingOfferAnswerWord): Promise<void> {
    const answered = await this.sending.send(() => this.api.answerByLink(this.token(), answer));
    if (answered) {
      this.answered.set(true);
      this.offer.set(answered);
    } else this.offer.reload();
  }
}
