import type { Programme, ProgrammeSession } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';

/** A change of a programme: as it was, as it would be, and what kind of part was changed. */
export interface ProgrammeChange {
  readonly before: Programme;
  readonly after: Programme;
  readonly kind: 'programme' | 'strands' | 'rooms' | 'slots' | 'speakers' | 'sessions';
}

/**
 * Lets the areas that build on a programme take part in a change, inside its unit of work and under the event's lock:
 * registrations refuse what would take a seat from a group that has it.
 */
@Injectable()
export class ProgrammeLifecycle {
  private readonly onChange: ((change: ProgrammeChange) => Promise<void>)[] = [];
  private readonly onRemoval: ((session: ProgrammeSession, conferenceId: string) => Promise<void>)[] = [];

  /** Hears of every change before it is kept; throwing takes it back. */
  whenChanged(listener: (change: ProgrammeChange) => Promise<void>): void {
    this.onChange.push(listener);
  }

  beforeSessionLeaves(listener: (session: ProgrammeSession, conferenceId: string) => Promise<void>): void {
    this.onRemoval.push(listener);
  }

  async changed(change: ProgrammeChange): Promise<void> {
    for (const listener of this.onChange) await listener(change);
  }

  async sessionLeaves(session: ProgrammeSession, conferenceId: string): Promise<void> {
    for (const listener of this.onRemoval) await listener(session, conferenceId);
  }
}
