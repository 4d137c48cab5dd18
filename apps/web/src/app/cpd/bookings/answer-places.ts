import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { figure, londonDateTime } from '@lectern/core';
import type { BookingOfferAnswerWord } from '@lectern/cpd';
import { AskFirst } from '../../platform/ask-first';

/** An open offer of places at a session: what is held, until when, what follows from each answer, and two buttons. */
@Component({
  selector: 'app-answer-places',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="offered">{{ held() }}</p>
    <p>
      <strong>Answer by {{ until() }}.</strong>
      {{ consequence }}
    </p>
    <div class="actions">
      <button matButton="filled" type="button" (click)="answer.emit('accept')">
        {{ busy() ? 'Sending your answer…' : 'Accept ' + places() }}
      </button>
      <button matButton="outlined" class="danger-button" type="button" (click)="decline()">Decline</button>
    </div>
  `,
  styles: `
    .offered {
      font-size: 1.25rem;
    }
  `,
})
export class AnswerPlaces {
  readonly offer = input.required<{ readonly places: number; readonly expiresAt: string }>();
  readonly people = input.required<number>();
  readonly busy = input(false);
  readonly answer = output<BookingOfferAnswerWord>();
  private readonly ask = inject(AskFirst);
  protected readonly consequence =
    'If you decline, or do not answer in time, what we hold goes to the next on the list and your booking is cancelled.';
  protected readonly places = computed(() => figure(this.offer().places, 'place'));
  protected readonly until = computed(() => londonDateTime(this.offer().expiresAt));
  protected readonly held = computed(() => {
    const others = this.people() - this.offer().places;
    return others > 0
      ? `We hold ${this.places()} for the first of you. ${others === 1 ? 'One more goes' : `The other ${others} go`} on waiting.`
      : `We hold ${this.places()} for you.`;
  });

  protected async decline(): Promise<void> {
    const goesAhead = await this.ask.ask({
      heading: 'Decline what we hold for you?',
      words: 'What we hold for you goes to the next on the list at once, and your booking is cancelled.',
      yes: 'Decline',
      no: 'Go back',
    });
    if (goesAhead) this.answer.emit('decline');
  }
}
