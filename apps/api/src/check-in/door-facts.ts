import { Injectable } from '@nestjs/common';
import { DoorEventsService } from '../conferences/door-events.service';
import type { CodeKeys } from './code-reader';
import { type CheckpointRow, ScansRepository } from './scans.repository';

const FRESH = 1000;
const KEPT = 1000;

/** What every scan of an event shares, kept in memory: its ticket keys for good, its checkpoints for a second. */
@Injectable()
export class DoorFacts {
  private readonly keys = new Map<string, CodeKeys>();
  private readonly checkpoints = new Map<string, { readonly row: CheckpointRow; readonly readAt: number }>();

  constructor(
    private readonly events: DoorEventsService,
    private readonly scans: ScansRepository,
  ) {}

  /** The keys are made at publication, before any phone is paired, and never change. */
  async keysOf(conferenceId: string): Promise<CodeKeys> {
    const known = this.keys.get(conferenceId);
    if (known) return known;
    const conference = await this.events.facts(conferenceId);
    if (!conference?.publicKey || !conference.codeTag)
      throw new Error('A device is paired only with a published conference.');
    const { id, codeTag, publicKey } = conference;
    const keys: CodeKeys = { conferenceId: id, codeTag, publicKey };
    if (this.keys.size >= KEPT) this.keys.clear();
    this.keys.set(conferenceId, keys);
    return keys;
  }

  /** Null when the event has no such checkpoint; that is asked anew each time. */
  async checkpoint(conferenceId: string, id: string): Promise<CheckpointRow | null> {
    const key = `${conferenceId}/${id}`;
    const known = this.checkpoints.get(key);
    if (known && performance.now() - known.readAt < FRESH) return known.row;
    const row = await this.scans.checkpoint(conferenceId, id);
    if (this.checkpoints.size >= KEPT) this.checkpoints.clear();
    if (row) this.checkpoints.set(key, { row, readAt: performance.now() });
    return row;
  }
}
