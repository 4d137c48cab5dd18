import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { londonDate, londonDateTime } from '@lectern/core';
import type { OfferAnswerWord } from '@lectern/registrations';
import { AskFirst } from '../platform/ask-first';
import { count } from './counts';

/** An open offer of places: what is held, until when, what follows from each answer, and the two buttons. */
@Component({
  selector: 'app-answer-offer',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="offered">{{ shown().held }}</p>
    <p>
      <strong>Answer by {{ shown().until }}.</strong>
    </p>
    <ul class="small">
      <li>{{ shown().accepting }}</li>
      <li>
        If you decline, or do not answer in time, the places go to the next school and your group comes off
        the waiting list. You can go back on it, at the end.
      </li>
    </ul>
    <div class="actions">
      <button matButton="filled" type="button" (click)="answer.emit('accept')">
        {{ busy() ? 'Sending your answer…' : shown().accept }}
      </button>
      <button matButton="outlined" class="danger-button" type="button" (click)="decline()">
        Decline the places
      </button>
    </div>
  `,
  styles: `
    .offered {
      font-size: 1.25rem;
    }
    ul {
      padding-inline-start: 1.25rem;
    }
    li + li {
      margin-block-start: 0.25rem;
    }
  `,
})
export class AnswerOffer {
  readonly places = input.required<number>();
  readonly wanted = input.required<number>();
  readonly expiresAt = input.required<string>();
  readonly finalNumbersAt = input.required<string>();
  readonly busy = input(false);
  readonly answer = output<OfferAnswerWord>();
  private readonly ask = inject(AskFirst);
  protected readonly shown = computed(() => {
    const places = count(this.places(), 'place');
    const missing = this.wanted() - this.places();
    return {
      held:
        missing > 0
          ? `We hold ${places} for you, of the ${this.wanted()} you asked for.`
          : `We hold ${places} for you, all that you asked for.`,
      until: londonDateTime(this.expiresAt()),
      accept: `Accept ${count(this.places(), 'place')}`,
      accepting:
        `If you accept, your group is confirmed. You name your pupils by ${londonDate(this.finalNumbersAt())}` +
        (missing > 0 ? `, and the other ${missing} follow if more places come free.` : '.'),
    };
  });

  protected async decline(): Promise<void> {
    const goesAhead = await this.ask.ask({
      heading: 'Decline these places?',
      words: `The ${count(this.places(), 'place')} then ${this.places() === 1 ? 'goes' : 'go'} to the next school at once. This cannot be taken back.`,
      yes: 'Decline the places',
      no: 'Go back',
    });
    if (goesAhead) this.answer.emit('decline');
  }
}
