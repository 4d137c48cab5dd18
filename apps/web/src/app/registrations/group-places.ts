import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Group, type OfferAnswerWord, WAITING_LIST_ORDER } from '@lectern/registrations';
import { ErrorSummary } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { AnswerOffer } from './answer-offer';
import { OffersApi } from './offers-api';

/** How a group stands with its places: an offer to answer, a way back on the list, the order of the list, the reason. */
@Component({
  selector: 'app-group-places',
  imports: [AnswerOffer, ErrorSummary, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lectern-error-summary [errors]="sending.errors()" />
    @if (group().offer; as offer) {
      <section class="callout tone-wait" aria-labelledby="offer">
        <h2 id="offer">Places are held for you</h2>
        <app-answer-offer
          [places]="offer.places"
          [wanted]="group().pupilsWanted"
          [expiresAt]="offer.expiresAt"
          [finalNumbersAt]="group().conference.finalNumbersAt"
          [busy]="sending.busy()"
          (answer)="answer($event)"
        />
      </section>
    } @else if (group().resting) {
      <div class="actions">
        <button matButton="filled" type="button" (click)="rejoin()">
          {{ sending.busy() ? 'Going back on the list…' : 'Go back on the waiting list' }}
        </button>
      </div>
    }
    @if (group().allocationReason; as reason) {
      <p class="soft"><strong>How places were shared out:</strong> {{ reason }}</p>
    }
    @if (group().position !== undefined) {
      <details class="order">
        <summary>How the waiting list works</summary>
        <p>{{ order }}</p>
      </details>
    }
  `,
  styles: `
    .order {
      margin-block: 1rem;
    }
    .order p {
      margin-block-start: 0.5rem;
    }
  `,
})
export class GroupPlaces {
  readonly group = input.required<Group>();
  /** The group as it is after an answer. */
  readonly changed = output<Group>();
  /** It has changed elsewhere, so that an answer came too late. */
  readonly stale = output();
  protected readonly order = WAITING_LIST_ORDER;
  protected readonly sending = new Sending();
  private readonly api = inject(OffersApi);

  protected answer(answer: OfferAnswerWord): Promise<void> {
    return this.send(() => this.api.answer(this.group().id, answer));
  }

  protected rejoin(): Promise<void> {
    return this.send(() => this.api.rejoin(this.group().id));
  }

  private async send(call: () => Promise<Group>): Promise<void> {
    const group = await this.sending.send(call);
    if (group) this.changed.emit(group);
    else this.stale.emit();
  }
}
