import { type Clock, DomainError, notFound } from '@lectern/core';
import type { SessionDoor, SessionTicket } from '@lectern/cpd';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CheckpointsService } from '../../check-in/checkpoints.service';
import { type DoorEventShown, DoorEventsService } from '../../conferences/door-events.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { EventTicketsService, type TicketHolder } from '../../registrations/event-tickets.service';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { AttendanceRepository } from './attendance.repository';
import { DoorPeople, type DoorPerson } from './door-people';

/** How often at most phones that ask for the roster bring it up to date. */
const FRESH = 2000;
const KEPT = 1000;

interface OpenDoor {
  readonly session: CpdSessionEntity;
  readonly eventId: string;
}

/**
 * The door of a session: the same phones, tickets and scans as a conference’s, on an event of its own. Its tickets follow
 * the bookings and the approved presenters: when those change, and before phones read the roster.
 */
@Injectable()
export class SessionDoorService implements OnModuleInit {
  private readonly sessionOfEvent = new Map<string, string | null>();
  private readonly followedAt = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly people: DoorPeople,
    private readonly rows: AttendanceRepository,
    private readonly events: DoorEventsService,
    private readonly checkpoints: CheckpointsService,
    private readonly tickets: EventTicketsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenMoved(async ({ session, to }) => {
      if (to === 'published' && hasDoor(session)) await this.openUnderLock(session);
      const eventId = await this.eventOf(session.id);
      if (eventId === null) return;
      if (to === 'cancelled') {
        await this.events.follow(eventId, { status: 'cancelled' });
        await this.follow({ session, eventId });
      }
      if (to === 'delivered') await this.events.follow(eventId, { status: 'completed' });
    });
    this.lifecycle.whenRevised(async ({ after }) => {
      const eventId = await this.eventOf(after.id);
      if (eventId !== null) await this.events.follow(eventId, shownOf(after));
    });
    this.events.beforeRoster((eventId) => this.bringUpToDate(eventId));
  }

  /** Opens the door of a session, or answers the one that it has, with its tickets as the bookings are now. */
  async open(sessionId: string): Promise<SessionDoor> {
    return this.database.transaction(async () => {
      const { eventId, tickets } = await this.openUnderLock(await this.locked(sessionId));
      return { sessionId, eventId, tickets };
    });
  }

  /** Somebody got or lost a place, or a presenter was approved or withdrew. Costs nothing where there is no door yet. */
  async peopleChanged(sessionId: string): Promise<void> {
    await this.database.transaction(async () => {
      if ((await this.eventOf(sessionId)) === null) return;
      const [session] = await this.sessions.lock([sessionId]);
      const eventId = await this.eventOf(sessionId);
      if (session && eventId !== null) await this.follow({ session, eventId });
    });
  }

  /** The asker’s own ticket, made where it is not there yet. */
  async ticketOf(actor: Actor, sessionId: string): Promise<SessionTicket> {
    const mine = (people: readonly DoorPerson[]): DoorPerson | undefined =>
      people.find(({ accountId, isExpected }) => accountId === actor.accountId && isExpected);
    const person = mine(await this.people.of([sessionId]));
    if (!person) throw notFound('ticket');
    const { session, eventId } = await this.database.transaction(async () => {
      const locked = await this.locked(sessionId);
      return { session: locked, eventId: (await this.openUnderLock(locked)).eventId };
    });
    const owned = await this.rows.tickets([sessionId]);
    const ticketId = owned.find(({ personId }) => personId === person.personId)?.ticketId;
    const shown = ticketId === undefined ? null : await this.tickets.show(eventId, ticketId);
    if (!shown?.isValid) throw notFound('ticket');
    return {
      sessionId,
      title: session.title,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      place: placeView(session),
      name: shown.name,
      code: shown.code,
      shortCode: shown.shortCode,
    };
  }

  /** The session under its lock; one that nobody may book has no door. */
  private async locked(sessionId: string): Promise<CpdSessionEntity> {
    const [session] = await this.sessions.lock([sessionId]);
    if (!session) throw notFound('session');
    if (!['published', 'delivered'].includes(session.status)) {
      throw new DomainError(
        'conflict',
        'session-not-open',
        session.status === 'cancelled'
          ? 'This session is cancelled: it has no door.'
          : 'Open the session for booking first; phones are paired and tickets made from then on.',
      );
    }
    if (!hasDoor(session)) {
      throw new DomainError(
        'conflict',
        'session-is-online',
        'This session is online: there is no door and no ticket. Mark who came by hand.',
      );
    }
    return session;
  }

  private async openUnderLock(session: CpdSessionEntity): Promise<{ eventId: string; tickets: number }> {
    const eventId = (await this.eventOf(session.id)) ?? (await this.make(session));
    return { eventId, tickets: await this.follow({ session, eventId }) };
  }

  private async make(session: CpdSessionEntity): Promise<string> {
    const eventId = await this.events.open(session.createdBy, shownOf(session));
    await this.checkpoints.openMainDoor(eventId);
    await this.rows.openDoor({ sessionId: session.id, eventId, openedAt: this.clock.now() });
    await this.audit.record({
      action: 'cpd-session.door-opened',
      objectKind: 'cpd-session',
      objectId: session.id,
    });
    return eventId;
  }

  /** Brings the tickets in step with who is expected; says how many there are. Under the session’s lock. */
  private async follow({ session, eventId }: OpenDoor): Promise<number> {
    const isCalledOff = session.status === 'cancelled';
    const people = await this.people.of([session.id]);
    const owned = await this.rows.tickets([session.id]);
    const ticketOf = new Map(owned.map(({ personId, ticketId }) => [personId, ticketId]));
    const listed = new Set(people.map(({ personId }) => personId));
    const known: (TicketHolder & { readonly personId: string })[] = [
      ...people.map(({ personId, name, school, isExpected }) => ({
        personId,
        ticketId: ticketOf.get(personId) ?? null,
        name,
        schoolUrn: school?.urn ?? null,
        isExpected: isExpected && !isCalledOff,
      })),
      // A presenter whose offer was withdrawn is on no list any more.
      ...owned
        .filter(({ personId }) => !listed.has(personId))
        .map(({ personId, ticketId }) => ({
          personId,
          ticketId,
          name: null,
          schoolUrn: null,
          isExpected: false,
        })),
    ];
    const ids = await this.tickets.follow(eventId, session.createdBy, known);
    for (const [at, holder] of known.entries()) {
      const ticketId = ids[at] ?? null;
      if (ticketId !== null && holder.ticketId === null)
        await this.rows.addTicket({ ticketId, sessionId: session.id, personId: holder.personId });
    }
    return known.filter(({ isExpected }) => isExpected).length;
  }

  private async bringUpToDate(eventId: string): Promise<void> {
    let sessionId = this.sessionOfEvent.get(eventId);
    if (sessionId === undefined) {
      sessionId = await this.rows.sessionOf(eventId);
      if (this.sessionOfEvent.size >= KEPT) this.sessionOfEvent.clear();
      this.sessionOfEvent.set(eventId, sessionId);
    }
    if (sessionId === null) return;
    const last = this.followedAt.get(eventId);
    if (last !== undefined && performance.now() - last < FRESH) return;
    if (this.followedAt.size >= KEPT) this.followedAt.clear();
    this.followedAt.set(eventId, performance.now());
    await this.peopleChanged(sessionId);
  }

  private async eventOf(sessionId: string): Promise<string | null> {
    const [door] = await this.rows.doors([sessionId]);
    return door?.eventId ?? null;
  }
}

const hasDoor = ({ placeKind }: Pick<CpdSessionEntity, 'placeKind'>): boolean => placeKind !== 'online';

const shownOf = (session: CpdSessionEntity): DoorEventShown => ({
  title: session.title,
  venueName: [session.placeName, session.placeSite].filter(Boolean).join(', '),
  startsAt: session.startsAt,
  endsAt: session.endsAt,
});
