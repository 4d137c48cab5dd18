import { type Clock, newId, notFound } from '@lectern/core';
import type { ConferenceState } from '@lectern/conferences';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import type { ConferenceEntity } from './conference.entity';
import { type ConferenceFacts, factsOf } from './conference-places.service';
import { DoorEventsRepository } from './door-events.repository';
import { TicketKeys } from './ticket-keys';

/** What the door shows of something that is not a conference. */
export interface DoorEventShown {
  readonly title: string;
  readonly venueName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The face of conferences towards the door: whatever phones are paired with, be it a conference or a CPD session. What
 * is opened here has keys and a door, and is found by no other service of this area.
 */
@Injectable()
export class DoorEventsService {
  private readonly onRoster: ((eventId: string) => Promise<void>)[] = [];

  constructor(
    private readonly events: DoorEventsRepository,
    private readonly keys: TicketKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async facts(idOrSlug: string): Promise<ConferenceFacts | null> {
    const row = await this.events.find(idOrSlug);
    return row ? factsOf(row) : null;
  }

  /** Opens the event of a CPD session, with its ticket keys; inside the caller's unit of work. */
  async open(createdBy: string, shown: DoorEventShown): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const event: ConferenceEntity = {
      id,
      kind: 'cpd-session',
      slug: `cpd-session-${id}`,
      status: 'published',
      summary: '',
      venueAddress: '',
      ...shown,
      yearGroups: '',
      pupilPlaces: 0,
      schoolCap: null,
      pupilsPerAdult: 1,
      supervisionBands: null,
      allocation: 'first-come',
      registrationOpensAt: now,
      registrationClosesAt: now,
      finalNumbersAt: now,
      placesGiven: 0,
      queueLength: 0,
      rosterVersion: 0,
      calendarSequence: 0,
      cancellationReason: null,
      ...this.keys.make(id),
      createdBy,
      createdAt: now,
      updatedAt: now,
    };
    await this.events.insert(event);
    return id;
  }

  /** The event follows its session: another time, another room, over or called off. */
  async follow(
    id: string,
    change: Partial<DoorEventShown> & { readonly status?: ConferenceState },
  ): Promise<void> {
    await this.events.update(id, { ...change, updatedAt: this.clock.now() });
  }

  /** Signs with the ticket key of any event. */
  async signer(id: string): Promise<(message: Uint8Array) => Uint8Array> {
    const row = await this.events.find(id);
    if (!row) throw notFound('event');
    return (message) => this.keys.sign(row, message);
  }

  /** Before phones read a roster: whoever keeps its tickets brings them up to date. */
  beforeRoster(listener: (eventId: string) => Promise<void>): void {
    this.onRoster.push(listener);
  }

  async rosterAsked(eventId: string): Promise<void> {
    for (const listener of this.onRoster) await listener(eventId);
  }
}
