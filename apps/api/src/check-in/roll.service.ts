import { callRoll, type Roll } from '@lectern/check-in';
import { type Clock, notFound } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { CLOCK } from '../platform/tokens';
import { RollTicketsService } from '../registrations/roll-tickets.service';
import { RollRepository } from './roll.repository';

/** Who is in the building: everybody by name, so whoever reads it is on record. */
@Injectable()
export class RollService {
  constructor(
    private readonly events: DoorEventsService,
    private readonly tickets: RollTicketsService,
    private readonly rolls: RollRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(conferenceId: string, what: 'page' | 'plain list'): Promise<Roll> {
    const conference = await this.events.facts(conferenceId);
    if (!conference) throw notFound('conference');
    await this.audit.recordReading({
      action: 'roll.read',
      objectKind: 'conference',
      objectId: conference.id,
      details: { what },
    });
    // The admissions first: whoever gets a ticket and walks in meanwhile is on the next roll rather than lost on this.
    const admissions = await this.rolls.admissions(conference.id);
    const tickets = await this.tickets.all(conference.id);
    return {
      conferenceId: conference.id,
      title: conference.title,
      at: this.clock.now().toISOString(),
      ...callRoll(tickets, admissions),
    };
  }
}
