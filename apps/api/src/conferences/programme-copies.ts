import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { type ConferenceCopy, ConferenceLifecycle } from './conference-lifecycle';
import { ProgrammeRepository } from './programme.repository';

/**
 * Takes the programme along when a conference is held again: strands, rooms, slots at the same times of the new day,
 * and sessions. It is a draft there, and without speakers: whoever spoke last year has not said yes again.
 */
@Injectable()
export class ProgrammeCopies implements OnModuleInit {
  constructor(
    private readonly lifecycle: ConferenceLifecycle,
    private readonly programmes: ProgrammeRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenCopied((copy) => this.take(copy));
  }

  private async take({ from, to, moved }: ConferenceCopy): Promise<void> {
    const { strands, rooms, slots, sessions } = await this.programmes.read(from, false);
    const created = { conferenceId: to, createdAt: this.clock.now() };
    const ids = new Map<string, string>();
    const anew = (id: string): string => {
      const fresh = newId();
      ids.set(id, fresh);
      return fresh;
    };
    const there = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
    for (const row of strands)
      await this.programmes.insert('strands', { ...row, ...created, id: anew(row.id) });
    for (const row of rooms) await this.programmes.insert('rooms', { ...row, ...created, id: anew(row.id) });
    for (const row of slots) {
      const times = { startsAt: moved(row.startsAt), endsAt: moved(row.endsAt) };
      await this.programmes.insert('slots', { ...row, ...times, ...created, id: anew(row.id) });
    }
    for (const row of sessions) {
      const slotId = there(row.slotId);
      if (slotId === null) continue;
      await this.programmes.insert('sessions', {
        ...row,
        ...created,
        id: newId(),
        slotId,
        strandId: there(row.strandId),
        roomId: there(row.roomId),
      });
    }
  }
}
