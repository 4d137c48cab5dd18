import type { Programme, ProgrammeSession } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';

/**
 * Lets the areas that build on a programme take part in a change, inside its unit of work and under the event's lock:
 * registrations refuse what would take a seat from a group that has it.
 */
@Injectable()
export class ProgrammeLifecycle {
  private readonly onChange: ((programme: Programme) => Promise<void>)[] = [];
  private readonly onRemoval: ((session: ProgrammeSession) => Promise<void>)[] = [];

  /** Hears of every change with the programme as it would be; throwing takes the change back. */
  whenChanged(listener: (programme: Programme) => Promise<void>): void {
    this.onChange.push(listener);
  }

  beforeSessionLeaves(listener: (session: ProgrammeSession) => Promise<void>): void {
    this.onRemoval.push(listener);
  }

  async changed(programme: Programme): Promise<void> {
    for (const listener of this.onChange) await listener(programme);
  }

  async sessionLeaves(session: ProgrammeSession): Promise<void> {
    for (const listener of this.onRemoval) await listener(session);
  }
}
