import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { ordinal, figure } from '@lectern/core';
import {
  type BookedPerson,
  type BookedSession,
  type BookingOfferAnswerWord,
  placeLine,
  type SessionBooking,
  sessionWhen,
} from '@lectern/cpd';
import { ErrorSummary, Icon, London, PageHeader, StatusMark } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { AskFirst } from '../../platform/ask-first';
import { AnswerPlaces } from './answer-places';
import { bookingMark, isOver } from './booking-words.rules';
import { BookingsApi, calendarAddress } from './bookings-api';
import { PersonDialog, type PersonQuestion } from './person-dialog';
import { AskWhy } from '../../platform/ask-why';

const BOOKED: Readonly<Record<string, string>> = {
  confirmed: 'It is booked. Everybody with a place gets a letter with the session for their calendar.',
  waiting: 'You are on the waiting list. When a place comes free, we hold it for you and write to you.',
};

/** Where somebody with a place goes from a session: to their ticket before it, to say how it was after it. */
const waysOf = (
  { endsAt, place, status }: BookedSession,
  now: Date,
): { readonly page: string; readonly words: string } | null => {
  if (status === 'cancelled') return null;
  if (new Date(endsAt) <= now) return { page: 'feedback', words: 'Say how it was' };
  return place.kind === 'online' ? null : { page: 'ticket', words: 'Your ticket' };
};

/** One booking: its people, its sessions, and everything that can be done with it. */
@Component({
  selector: 'app-booking-page',
  imports: [AnswerPlaces, ErrorSummary, Fetched, Icon, London, MatButton, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './booking-page.html',
  styles: `
    .people li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--hairline);
    }
    .who {
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .who .soft {
      display: block;
    }
    .who lectern-status-mark {
      display: flex;
    }
  `,
})
export class BookingPage {
  readonly id = input.required<string>();
  private readonly api = inject(BookingsApi);
  private readonly dialog = inject(MatDialog);
  private readonly why = inject(AskWhy);
  private readonly ask = inject(AskFirst);
  private readonly now = new Date();
  protected readonly sending = new Sending();
  protected readonly news = signal(BOOKED[(history.state as { booked?: string } | null)?.booked ?? ''] ?? '');
  protected readonly calendar = computed(() => calendarAddress('booking', this.id()));
  protected readonly booking = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.booking.hasValue()) return null;
    const booking = this.booking.value();
    const isLive = booking.status !== 'cancelled';
    const waiting = booking.people.length - booking.places;
    const hasPlace = isLive && booking.people.some((person) => person.isYou && person.hasPlace);
    return {
      booking,
      kind: booking.of.kind === 'series' ? 'The whole series' : null,
      mark: bookingMark(booking, this.now),
      isAhead: !isOver(booking, this.now),
      waits:
        isLive && waiting > 0 && booking.position !== undefined
          ? `The booking is ${ordinal(booking.position)} on the waiting list. Places go to people in this order.`
          : '',
      people: booking.people.map((person) => ({
        ...person,
        mayChange: isLive && !isOver(booking, this.now) && (booking.mayChange || person.isYou),
        mark: person.hasPlace
          ? ({ tone: isLive ? 'go' : 'past', words: isLive ? 'Has a place' : 'Had a place' } as const)
          : ({
              tone: isLive ? 'wait' : 'past',
              words: isLive ? 'Waits for a place' : 'Had no place',
            } as const),
      })),
      sessions: booking.sessions.map((one) => ({
        ...one,
        when: sessionWhen(one),
        where: placeLine(one.place),
        ways: hasPlace ? waysOf(one, this.now) : null,
        isPublic: one.status === 'published' || one.status === 'delivered',
      })),
    };
  });

  protected async add(): Promise<void> {
    await this.openPerson({ bookingId: this.id(), person: null }, 'Your colleague is on the booking.');
  }

  protected async putRight(person: BookedPerson): Promise<void> {
    await this.openPerson({ bookingId: this.id(), person }, 'That is put right.');
  }

  protected async takeOff({ id, isYou, name }: BookedPerson): Promise<void> {
    const isLast = this.booking.hasValue() && this.booking.value().people.length === 1;
    const goesAhead = await this.ask.ask({
      heading: isYou ? 'Give your place back?' : `Take ${name} off the booking?`,
      words: isLast
        ? 'Nobody else is on this booking, so it is cancelled.'
        : `${isYou ? 'You' : 'They'} get a letter about it. A place that nobody on this booking needs goes to the next on the list.`,
      yes: isYou ? 'Give it back' : 'Take them off',
      no: 'Go back',
    });
    if (!goesAhead) return;
    await this.done(
      () => this.api.takeOff(this.id(), id),
      `${isYou ? 'You are' : `${name} is`} off the booking.`,
    );
  }

  protected async cancel(): Promise<void> {
    if (!this.booking.hasValue()) return;
    const { id, places } = this.booking.value();
    const booking = await this.why.ask({
      heading: 'Cancel this booking?',
      words:
        places > 0
          ? `Its ${figure(places, 'place')} go to the next on the waiting list. Everybody on the booking gets a letter.`
          : 'It leaves the waiting list. To come back you book again, and then stand at the end.',
      reason: { label: 'Why? (optional)', hint: 'Everybody on the booking and the university read this.' },
      yes: 'Cancel the booking',
      doing: 'Cancelling…',
      no: 'Keep the booking',
      send: (reason) => this.api.cancel(id, reason === '' ? {} : { reason }),
    });
    if (booking) this.show(booking, 'The booking is cancelled. Everybody on it gets a letter.');
  }

  protected async answer(answer: BookingOfferAnswerWord): Promise<void> {
    const words =
      answer === 'accept'
        ? 'The places are yours.'
        : 'You declined the places, and the booking is cancelled.';
    await this.done(() => this.api.answer(this.id(), answer), words);
  }

  private async openPerson(data: PersonQuestion, words: string): Promise<void> {
    const open = this.dialog.open<PersonDialog, PersonQuestion, SessionBooking>(PersonDialog, {
      data,
      maxWidth: '32rem',
    });
    const booking = await firstValueFrom(open.afterClosed());
    if (booking) this.show(booking, words);
  }

  private async done(call: () => Promise<SessionBooking>, words: string): Promise<void> {
    const booking = await this.sending.send(call);
    if (booking) this.show(booking, words);
    else this.booking.reload();
  }

  private show(booking: SessionBooking, words: string): void {
    this.booking.set(booking);
    this.news.set(words);
  }
}
