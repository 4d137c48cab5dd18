import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import type { Letter, LetterCalendar, Recipient } from '../../notifications/letter';
import { LetterKinds } from '../../notifications/letter-kinds';
import { Outbox } from '../../notifications/outbox';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { BOOKING_LETTER_KINDS } from './booking-letter-examples';
import { type BookedThing, BookingThings } from './booking-things';
import {
  type BookingLetterFacts,
  type BookingLost,
  bookingLostLetter,
  placeLetter,
  type PlaceCame,
  placesGrownLetter,
  placesOfferedLetter,
  reminderLetter,
  sessionCancelledLetter,
  sessionChangedLetter,
  type SessionInLetter,
  waitingBookingLetter,
} from './booking.letters';
import { SessionCalendars } from './session-calendars';
import type { BookedPersonEntity, SessionBookingEntity } from './session-booking.entity';

type Person = Pick<BookedPersonEntity, 'name' | 'email' | 'accountId'>;

/** Writes to the people of bookings, inside the unit of work of what the letter tells of. */
@Injectable()
export class BookingLetters implements OnModuleInit {
  constructor(
    private readonly kinds: LetterKinds,
    private readonly outbox: Outbox,
    private readonly accounts: AccountsService,
    private readonly things: BookingThings,
    private readonly calendars: SessionCalendars,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...BOOKING_LETTER_KINDS);
  }

  /** A booking was made, or people were added to it: those with a place, and those who wait. */
  async made(
    bookingId: string,
    people: readonly BookedPersonEntity[],
    position: number | undefined,
  ): Promise<void> {
    const placed = people.filter(({ hasPlace }) => hasPlace);
    await this.placed(bookingId, placed, 'booked');
    const thing = await this.things.find(bookingId);
    for (const person of people.filter(({ hasPlace }) => !hasPlace)) {
      const letter = waitingBookingLetter(this.facts(thing, person), position);
      await this.tell(thing, person, 'cpd-booking.waiting', letter);
    }
  }

  /** These people have a place now. */
  async placed(
    bookingId: string,
    people: readonly BookedPersonEntity[],
    came: PlaceCame = 'came-free',
  ): Promise<void> {
    if (people.length === 0) return;
    const thing = await this.things.find(bookingId);
    const calendar = await this.calendarOf(thing, 'request');
    for (const person of people) {
      const letter = placeLetter(this.facts(thing, person), came);
      await this.tell(thing, person, 'cpd-booking.placed', letter, calendar);
    }
  }

  /** Goes to whoever booked: they answer for everybody. */
  async offered(
    bookingId: string,
    { token, ...offer }: { readonly places: number; readonly expiresAt: Date; readonly token: string },
  ): Promise<void> {
    const thing = await this.things.find(bookingId);
    const booker = await this.bookerOf(thing);
    const url = `${this.config.url}/place-offer/${token}`;
    const letter = placesOfferedLetter(this.facts(thing, booker), { ...offer, url });
    await this.tell(thing, booker, 'cpd-booking.offered', letter);
  }

  async grown(
    bookingId: string,
    offer: { readonly places: number; readonly expiresAt: Date },
  ): Promise<void> {
    const thing = await this.things.find(bookingId);
    const booker = await this.bookerOf(thing);
    const letter = placesGrownLetter(this.facts(thing, booker), offer);
    await this.tell(thing, booker, 'cpd-booking.offer-grown', letter);
  }

  /** These people are not booked any more; whoever had a place has it in their calendar. */
  async ended(
    booking: Pick<SessionBookingEntity, 'id'>,
    people: readonly BookedPersonEntity[],
    how: BookingLost,
    reason: string | null,
  ): Promise<void> {
    if (people.length === 0) return;
    const thing = await this.things.find(booking.id);
    const calendar = people.some(({ hasPlace }) => hasPlace)
      ? await this.calendarOf(thing, 'cancel')
      : undefined;
    for (const person of people) {
      const letter = bookingLostLetter(this.facts(thing, person), how, reason);
      await this.tell(thing, person, 'cpd-booking.cancelled', letter, person.hasPlace ? calendar : undefined);
    }
  }

  /** A session of these bookings is called off. */
  async sessionCancelled(
    session: SessionInLetter,
    told: readonly { readonly bookingId: string; readonly people: readonly BookedPersonEntity[] }[],
    reason: string | null,
  ): Promise<void> {
    const calendar = await this.calendars.cancel(session.id);
    await this.ofSession(session, told, 'cpd-session.cancelled', calendar, (facts, { booking }) =>
      sessionCancelledLetter(facts, reason, booking.kind === 'series' && booking.status !== 'cancelled'),
    );
  }

  /** When or where a session of these bookings is has changed. */
  async sessionChanged(
    session: SessionInLetter,
    was: SessionInLetter,
    told: readonly { readonly bookingId: string; readonly people: readonly BookedPersonEntity[] }[],
  ): Promise<void> {
    const calendar = await this.calendars.request(session.id);
    await this.ofSession(session, told, 'cpd-session.changed', calendar, (facts) =>
      sessionChangedLetter(facts, was),
    );
  }

  /** A session of a booking is a week or a day away. */
  reminder(
    session: SessionInLetter,
    bookingId: string,
    people: readonly BookedPersonEntity[],
    ahead: 'week' | 'day',
  ): Promise<void> {
    return this.ofSession(
      session,
      [{ bookingId, people }],
      `cpd-booking.reminder-${ahead}`,
      undefined,
      (facts) => reminderLetter(facts, ahead),
    );
  }

  private async ofSession(
    session: SessionInLetter,
    told: readonly { readonly bookingId: string; readonly people: readonly BookedPersonEntity[] }[],
    kind: string,
    calendar: LetterCalendar | undefined,
    letterFor: (facts: BookingLetterFacts, thing: BookedThing) => Letter,
  ): Promise<void> {
    for (const { bookingId, people } of told) {
      const thing = await this.things.find(bookingId);
      for (const person of people) {
        const own = { title: session.title, seriesId: null, sessions: [session] };
        const letter = letterFor({ ...this.facts(thing, person), ...own }, thing);
        await this.tell(thing, person, kind, letter, person.hasPlace ? calendar : undefined);
      }
    }
  }

  /** The entry for the calendar; a series comes as a file, since mail programs take one entry from a letter. */
  private async calendarOf(
    { booking, sessions }: BookedThing,
    method: LetterCalendar['method'],
  ): Promise<LetterCalendar | undefined> {
    const [session] = sessions;
    return booking.kind === 'session' && session ? this.calendars[method](session.id) : undefined;
  }

  private async bookerOf({ booking }: BookedThing): Promise<Person> {
    const account = await this.accounts.find(booking.bookedBy);
    return { name: account?.name ?? '', email: account?.email ?? '', accountId: booking.bookedBy };
  }

  private facts(thing: BookedThing, person: Person): BookingLetterFacts {
    const { booking, bookedBy, seriesTitle, sessions } = thing;
    return {
      url: this.config.url,
      title: seriesTitle ?? sessions[0]?.title ?? '',
      seriesId: booking.seriesId,
      sessions: thing.toCome.length > 0 ? thing.toCome : sessions,
      bookedBy,
      isBooker: person.accountId === booking.bookedBy,
      people: booking.people,
      places: booking.places,
    };
  }

  private tell(
    { booking }: BookedThing,
    { name, email }: Recipient,
    kind: string,
    letter: Letter,
    calendar?: LetterCalendar,
  ): Promise<void> {
    return this.outbox.post({
      kind,
      to: { name, email },
      letter: calendar ? { ...letter, calendar } : letter,
      about: { kind: 'cpd-booking', id: booking.id },
    });
  }
}
