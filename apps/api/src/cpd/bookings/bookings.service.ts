import { type Clock, newId, validationFailed } from '@lectern/core';
import { type BookingMade, decideBooking } from '@lectern/cpd';
import type { SessionBookingRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { isUniqueViolation } from '../../persistence/dialect';
import { CLOCK } from '../../platform/tokens';
import { BookingCommitments } from './booking-commitments';
import { BookingLetters } from './booking-letters';
import { BookingPeople, type NewPerson } from './booking-people';
import { positionIn } from './booking-positions';
import { withinReach } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { alreadyBooked, noSchool, sessionNotOpen } from './bookings.errors';
import { BookingsRepository } from './bookings.repository';
import type { SessionBookingEntity } from './session-booking.entity';

/** What is booked: one session, or what is left of a series. */
export interface Wanted {
  readonly kind: 'session' | 'series';
  readonly id: string;
  /** The session, or every session of the series that may be seen. */
  readonly sessionIds: readonly string[];
}

/** Books sessions and series, alone or with colleagues of the same school. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly database: Database,
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly commitments: BookingCommitments,
    private readonly letters: BookingLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async book(actor: Actor, wanted: Wanted, request: SessionBookingRequest): Promise<BookingMade> {
    const { schoolUrn } = actor;
    if (schoolUrn === undefined) throw noSchool();
    const people = await this.peopleOf(actor, schoolUrn, request);
    try {
      return await this.database.transaction(() => this.decide(actor, schoolUrn, wanted, people, request));
    } catch (error) {
      // Two presses of one button: the second finds the first one’s booking.
      if (isUniqueViolation(error)) throw alreadyBooked(null);
      throw error;
    }
  }

  private async decide(
    { accountId }: Actor,
    schoolUrn: string,
    wanted: Wanted,
    people: readonly NewPerson[],
    request: SessionBookingRequest,
  ): Promise<BookingMade> {
    const inHand = await this.queue.take(wanted.sessionIds);
    const now = this.clock.now();
    const asked = { people: people.length, fewest: Math.min(request.fewest ?? people.length, people.length) };
    const decision = decideBooking({
      wantedSessionIds: wanted.sessionIds,
      ...asked,
      sessions: inHand.bookable,
      bookings: withinReach(inHand, now),
    });
    if (decision.status === 'refused') throw sessionNotOpen();
    const { places, sessionIds, status } = decision;
    await this.people.refuseBooked(people, sessionIds, { schoolUrn, bookerId: accountId });
    await this.commitments.refuseClashes(
      inHand.sessions.filter(({ id }) => sessionIds.includes(id)),
      people.flatMap(({ accountId: id, name }) => (id === null ? [] : [{ accountId: id, name }])),
    );
    const booking: SessionBookingEntity = {
      id: newId(),
      kind: wanted.kind,
      sessionId: wanted.kind === 'session' ? wanted.id : null,
      seriesId: wanted.kind === 'series' ? wanted.id : null,
      liveKey: `${wanted.id}:${accountId}`,
      schoolUrn,
      bookedBy: accountId,
      status,
      ...asked,
      places,
      held: 0,
      sequence: await this.queue.nextSequence(),
      bookedAt: now,
      updatedAt: now,
      cancelledAt: null,
      cancellationReason: null,
    };
    const rows = people.map((person, at) => this.people.row(person, booking.id, at + 1, at < places));
    await this.queue.give(inHand, sessionIds, places);
    await this.bookings.insert(booking, sessionIds, rows);
    const position = positionIn(await this.queue.take(sessionIds), booking.id);
    await this.letters.made(booking.id, rows, position);
    await this.audit.record({
      action: 'cpd-booking.made',
      objectKind: 'cpd-booking',
      objectId: booking.id,
      details: { kind: wanted.kind, of: wanted.id, people: people.length, places },
    });
    return { id: booking.id, status, ...(position === undefined ? {} : { position }) };
  }

  private async peopleOf(
    actor: Actor,
    schoolUrn: string,
    { colleagues, trn }: SessionBookingRequest,
  ): Promise<readonly NewPerson[]> {
    const people = [await this.people.booker(actor.accountId, trn)];
    for (const [at, colleague] of (colleagues ?? []).entries()) {
      const field = `colleagues[${at}].`;
      const person = await this.people.colleague(colleague, schoolUrn, field);
      if (people.some(({ emailKey }) => emailKey === person.emailKey)) {
        const message = `${person.email} is on this booking already. Name each colleague once, with their own address.`;
        throw validationFailed([{ field: `${field}email`, code: 'named-twice', message }]);
      }
      people.push(person);
    }
    return people;
  }
}
