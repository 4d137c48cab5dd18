import { type Clock, notFound, type Page } from '@lectern/core';
import {
  BOOKING_PEOPLE_MAX,
  type BookingOutlook,
  decideBooking,
  type PlacesOutlook,
  type SessionBooking,
} from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { SchoolsService } from '../../schools/schools.service';
import { BookableThings, type Series } from './bookable-things';
import { bookingView } from './booking.mapper';
import { BookingOffersRepository } from './booking-offers.repository';
import { positionIn } from './booking-positions';
import { withinReach } from './booking-promotion';
import { BookingQueue, type SessionsInHand } from './booking-queue';
import { bookedSession, BookingThings } from './booking-things';
import { type BookingScope, BookingsRepository } from './bookings.repository';
import type { SessionBookingEntity } from './session-booking.entity';

/** Bookings as people see them: teachers their own, coordinators their school’s, staff all. */
@Injectable()
export class BookingViewsService {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly things: BookingThings,
    private readonly bookable: BookableThings,
    private readonly queue: BookingQueue,
    private readonly offers: BookingOffersRepository,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async see(actor: Actor, id: string): Promise<SessionBooking> {
    const booking = await this.bookings.find(id);
    if (!booking || !(await this.maySee(actor, booking))) throw notFound('booking');
    const [view] = await this.viewsOf(actor, [booking]);
    if (!view) throw notFound('booking');
    return view;
  }

  async list(actor: Actor, limit: number, cursor?: string): Promise<Page<SessionBooking>> {
    const place = placeOf(cursor, 2);
    const after = place ? { sequence: Number(place[0]), id: String(place[1]) } : null;
    const rows = await this.bookings.list(this.scopeOf(actor), limit + 1, after);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.viewsOf(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.sequence, last.id]) : null,
    };
  }

  /** Every live booking of a session in the order of its list; for staff, and reading it is recorded. */
  async ofSession(actor: Actor, sessionId: string): Promise<Page<SessionBooking>> {
    await this.bookable.session(actor, sessionId);
    await this.audit.recordReading({
      action: 'cpd-bookings.read',
      objectKind: 'cpd-session',
      objectId: sessionId,
    });
    return { items: await this.viewsOf(actor, await this.bookings.liveOn([sessionId])), nextCursor: null };
  }

  /** What somebody is told before they book. */
  async outlook(actor: Actor | null, sessionId: string): Promise<BookingOutlook> {
    const { isOpen, series, session } = await this.bookable.around(actor, sessionId);
    const inHand = await this.queue.look([session.id]);
    return {
      isOpen,
      session: this.placesOf(inHand, [session.id]),
      series: series && this.seriesOf(inHand, series),
      own: actor ? await this.ownOf(actor, inHand, sessionId) : [],
    };
  }

  private seriesOf(inHand: SessionsInHand, series: Series): NonNullable<BookingOutlook['series']> {
    const { id, sessions, summary, title } = series;
    const places = this.placesOf(
      inHand,
      sessions.map((one) => one.id),
    );
    return { id, title, summary, sessions: sessions.map(bookedSession), ...places };
  }

  private placesOf(inHand: SessionsInHand, sessionIds: readonly string[]): PlacesOutlook {
    const decision = decideBooking({
      wantedSessionIds: sessionIds,
      people: BOOKING_PEOPLE_MAX,
      fewest: 1,
      sessions: inHand.bookable,
      bookings: withinReach(inHand, this.clock.now()),
    });
    const waits = inHand.bookings.filter((one) => one.sessionIds.some((id) => sessionIds.includes(id)));
    return {
      placesAtOnce: decision.status === 'confirmed' ? decision.places : 0,
      waiting: waits.reduce((sum, { held, people, places }) => sum + people - places - held, 0),
    };
  }

  private async ownOf(
    { accountId }: Actor,
    { bookings }: SessionsInHand,
    sessionId: string,
  ): Promise<BookingOutlook['own']> {
    const own: { id: string; status: 'confirmed' | 'waiting' }[] = [];
    for (const { id, places, sessionIds } of bookings) {
      if (!sessionIds.includes(sessionId)) continue;
      const booking = await this.bookings.find(id);
      if (booking?.bookedBy === accountId || (await this.bookings.isOn(id, accountId)))
        own.push({ id, status: places > 0 ? 'confirmed' : 'waiting' });
    }
    return own;
  }

  private async viewsOf(actor: Actor, bookings: readonly SessionBookingEntity[]): Promise<SessionBooking[]> {
    const ids = bookings.map(({ id }) => id);
    const things = await this.things.of(bookings);
    const people = await this.bookings.everybodyOn(ids);
    const offers = await this.offers.openOfAll(ids);
    const schools = await this.schools.findAll([...new Set(bookings.map(({ schoolUrn }) => schoolUrn))]);
    const waitsFor = things
      .filter(({ booking }) => booking.status !== 'cancelled' && booking.people > booking.places)
      .flatMap(({ toCome }) => toCome.map(({ id }) => id));
    const inHand = waitsFor.length > 0 ? await this.queue.look([...new Set(waitsFor)]) : null;
    const reader = { accountId: actor.accountId, isStaff: can(actor, 'cpd.plan') };
    return things.map((thing) =>
      bookingView(
        {
          thing,
          people: people.filter(({ bookingId }) => bookingId === thing.booking.id),
          position: inHand ? positionIn(inHand, thing.booking.id) : undefined,
          offer: offers.get(thing.booking.id),
          schoolName: schools.get(thing.booking.schoolUrn)?.name ?? thing.booking.schoolUrn,
        },
        reader,
      ),
    );
  }

  private scopeOf(actor: Actor): BookingScope {
    const { accountId, roles, schoolUrn } = actor;
    if (can(actor, 'cpd.plan')) return { kind: 'all' };
    return roles.includes('coordinator') && schoolUrn !== undefined
      ? { kind: 'school', schoolUrn }
      : { kind: 'account', accountId };
  }

  private async maySee(actor: Actor, booking: SessionBookingEntity): Promise<boolean> {
    const scope = this.scopeOf(actor);
    if (scope.kind === 'all') return true;
    if (scope.kind === 'school' && booking.schoolUrn === scope.schoolUrn) return true;
    return booking.bookedBy === actor.accountId || this.bookings.isOn(booking.id, actor.accountId);
  }
}
