import type { Clock } from '@lectern/core';
import type { ColleagueRequest } from '@lectern/cpd/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CLOCK } from '../../platform/tokens';
import { BookingCommitments } from './booking-commitments';
import { BookingLetters } from './booking-letters';
import { BookingPeople } from './booking-people';
import { BookingPlaces } from './booking-places';
import { positionIn } from './booking-positions';
import { BookingPromotion } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { BookingsRepository } from './bookings.repository';
import type { BookedPersonEntity, SessionBookingEntity } from './session-booking.entity';

/** Lets people join and leave a booking; under the locks of its sessions. */
@Injectable()
export class BookingJoining {
  constructor(
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly commitments: BookingCommitments,
    private readonly places: BookingPlaces,
    private readonly promotion: BookingPromotion,
    private readonly letters: BookingLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Adds a colleague. The booking wants more than it did, so it stands at the end of the list now, as a conference’s
   * group does that wants more.
   */
  async join(booking: SessionBookingEntity, colleague: ColleagueRequest): Promise<void> {
    const { bookedBy, id, schoolUrn } = booking;
    const sessionIds = await this.bookings.sessionIdsOf(id);
    const inHand = await this.queue.take(sessionIds);
    const open = inHand.bookable
      .filter((one) => one.isOpen && sessionIds.includes(one.id))
      .map((one) => one.id);
    const person = await this.people.colleague(colleague, schoolUrn);
    await this.people.refuseBooked([person], open, { schoolUrn, bookerId: bookedBy });
    const { accountId, name } = person;
    await this.commitments.refuseClashes(
      inHand.sessions.filter((session) => open.includes(session.id)),
      accountId === null ? [] : [{ accountId, name }],
    );
    const everybody = await this.bookings.everybodyOn([id]);
    const last = Math.max(0, ...everybody.map(({ placeInList }) => placeInList));
    const row = this.people.row(person, id, last + 1, false);
    await this.bookings.insertPerson(row);
    const comeTogether = booking.fewest === booking.people && booking.places + booking.held === 0;
    await this.bookings.update(id, {
      people: booking.people + 1,
      fewest: comeTogether ? booking.fewest + 1 : booking.fewest,
      sequence: await this.queue.nextSequence(),
      updatedAt: this.clock.now(),
    });
    await this.note('cpd-booking.person-added', id);
    await this.promotion.promote(sessionIds);
    // Who got a place was written to as it was given.
    const now = (await this.bookings.peopleOn(id)).find((one) => one.id === row.id);
    if (now && !now.hasPlace)
      await this.letters.made(id, [now], positionIn(await this.queue.take(sessionIds), id));
  }

  /** Takes somebody off who is not the last; a place that the others have no use for goes to the next on the list. */
  async leave(booking: SessionBookingEntity, person: BookedPersonEntity): Promise<void> {
    const now = this.clock.now();
    const { id } = booking;
    const sessionIds = await this.bookings.sessionIdsOf(id);
    const inHand = await this.queue.take(sessionIds);
    const people = booking.people - 1;
    const places = Math.min(booking.places, people);
    const fewest = Math.min(booking.fewest, people);
    const held = await this.fitOffer(booking, people);
    await this.queue.give(inHand, sessionIds, places + held - booking.places - booking.held);
    await this.bookings.updatePerson(person.id, { leftAt: now });
    await this.bookings.update(id, { people, places, held, fewest, updatedAt: now });
    await this.letters.ended(booking, [person], 'taken-off', null);
    await this.letters.placed(id, await this.places.hand(id, places));
    await this.note('cpd-booking.person-left', id);
    await this.promotion.promote(sessionIds);
  }

  /** An open offer holds no more than there are people. */
  private async fitOffer({ held, id, places }: SessionBookingEntity, people: number): Promise<number> {
    const most = Math.max(0, people - places);
    if (held <= most) return held;
    await this.promotion.resizeOffer(id, most);
    return most;
  }

  private note(action: string, objectId: string): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-booking', objectId });
  }
}
