import { type Clock, notFound, validationFailed } from '@lectern/core';
import { BOOKING_PEOPLE_MAX, type BookingOfferAnswerWord } from '@lectern/cpd';
import type { BookedPersonChange, ColleagueRequest } from '@lectern/cpd/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { BookingEnding } from './booking-ending';
import { BookingJoining } from './booking-joining';
import { BookingOfferAnswers } from './booking-offer-answers';
import { addressKey, trnOf } from './booking-people';
import { BookingQueue } from './booking-queue';
import { bookingBegun, bookingCancelled } from './bookings.errors';
import { BookingsRepository } from './bookings.repository';
import type { BookedPersonEntity, SessionBookingEntity } from './session-booking.entity';

/** What people do with their bookings: who booked and staff everything, somebody on it what is their own. */
@Injectable()
export class BookingChangesService {
  constructor(
    private readonly database: Database,
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly joining: BookingJoining,
    private readonly ending: BookingEnding,
    private readonly answers: BookingOfferAnswers,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts a colleague on a booking: with a place when there is one that nobody ahead could use, else to wait for it. */
  async addColleague(actor: Actor, id: string, colleague: ColleagueRequest): Promise<void> {
    await this.database.transaction(async () => {
      const booking = await this.inHand(actor, id);
      if (booking.people >= BOOKING_PEOPLE_MAX) {
        const message = `A booking has ${BOOKING_PEOPLE_MAX} people at most. Make another booking for more.`;
        throw validationFailed([{ field: '', code: 'too-many-people', message }]);
      }
      await this.joining.join(booking, colleague);
    });
  }

  /** Takes somebody off a booking; the last one ends it. */
  async takeOff(actor: Actor, id: string, personId: string): Promise<void> {
    await this.database.transaction(async () => {
      const people = await this.bookings.peopleOn(id);
      const booking = await this.inHand(
        actor,
        id,
        people.find((person) => person.id === personId),
      );
      const on = await this.bookings.peopleOn(id);
      const person = on.find((one) => one.id === personId);
      if (!person) throw notFound('person');
      if (on.length === 1) await this.ending.end(booking, 'cancelled', null, actor.accountId);
      else await this.joining.leave(booking, person);
    });
  }

  /** Puts right who somebody is; their address only while they have no account here. */
  async putRight(actor: Actor, id: string, personId: string, change: BookedPersonChange): Promise<void> {
    await this.database.transaction(async () => {
      const people = await this.bookings.peopleOn(id);
      const person = people.find((one) => one.id === personId);
      await this.own(actor, id, person);
      if (!person) throw notFound('person');
      await this.bookings.updatePerson(personId, this.changeOf(person, people, change));
      await this.note('cpd-booking.person-changed', id, { fields: Object.keys(change) });
    });
  }

  async cancel(actor: Actor, id: string, reason: string | null): Promise<void> {
    await this.database.transaction(async () => {
      const booking = await this.inHand(actor, id);
      await this.ending.end(booking, 'cancelled', reason?.trim() || null, actor.accountId);
    });
  }

  async answer(actor: Actor, id: string, answer: BookingOfferAnswerWord): Promise<void> {
    await this.database.transaction(async () => {
      await this.own(actor, id);
      await this.answers.takeFor(id, answer, actor.accountId);
    });
  }

  private changeOf(
    person: BookedPersonEntity,
    people: readonly BookedPersonEntity[],
    { email, name, trn }: BookedPersonChange,
  ): Partial<BookedPersonEntity> {
    const emailKey = email ? addressKey(email) : person.emailKey;
    if (emailKey !== person.emailKey && person.accountId !== null) {
      const message = `${person.name} has an account, which has their address. They change it there.`;
      throw validationFailed([{ field: 'email', code: 'has-account', message }]);
    }
    if (people.some((other) => other.id !== person.id && other.emailKey === emailKey)) {
      const message = 'Somebody else on this booking has this address. Enter their own.';
      throw validationFailed([{ field: 'email', code: 'named-twice', message }]);
    }
    return {
      name: name ? name.trim() : person.name,
      email: email ? email.trim() : person.email,
      emailKey,
      ...(trn === undefined ? {} : { trn: trnOf(trn) }),
    };
  }

  /** The booking under the locks of its sessions, live and with a session to come. */
  private async inHand(actor: Actor, id: string, own?: BookedPersonEntity): Promise<SessionBookingEntity> {
    const sessionIds = await this.bookings.sessionIdsOf(id);
    const { bookable } = await this.queue.take(sessionIds);
    const booking = await this.own(actor, id, own);
    if (booking.status === 'cancelled') throw bookingCancelled();
    if (!bookable.some((one) => one.isOpen && sessionIds.includes(one.id))) throw bookingBegun();
    return booking;
  }

  /** A booking that the actor may change: who made it, staff, and somebody on it what is about them alone. */
  private async own(actor: Actor, id: string, person?: BookedPersonEntity): Promise<SessionBookingEntity> {
    const booking = await this.bookings.find(id);
    const isTheirs =
      booking !== null &&
      (can(actor, 'cpd.plan') ||
        booking.bookedBy === actor.accountId ||
        person?.accountId === actor.accountId);
    if (!isTheirs) throw notFound('booking');
    return booking;
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-booking', objectId, details });
  }
}
