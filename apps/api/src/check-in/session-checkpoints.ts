import { type SessionCheckpoint, sessionCheckpointsOf } from '@lectern/check-in';
import type { Programme } from '@lectern/conferences';
import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ProgrammeLifecycle } from '../conferences/programme-lifecycle';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { CheckpointEntity } from './checkpoint.entity';

/**
 * Gives the sessions of a published programme a checkpoint each, and keeps it true: it moves and is renamed with its
 * session, under the event's lock. With its session it goes, unless somebody was scanned there: then it stays, closed.
 */
@Injectable()
export class SessionCheckpoints implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeLifecycle,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.programmes.whenChanged(({ after }) => this.follow(after));
  }

  private async follow(programme: Programme): Promise<void> {
    const { conferenceId } = programme;
    const doors = await this.database.reader.findBy(CheckpointEntity, { conferenceId });
    const rows = doors.filter(({ sessionId }) => sessionId !== null);
    // A programme that is taken back for a moment keeps its doors, since phones know them already.
    if (rows.length === 0 && programme.publishedAt === null) return;
    const there = new Map(rows.map((row) => [row.sessionId, row]));
    const wanted = sessionCheckpointsOf(programme);
    const ids = new Set(wanted.map(({ sessionId }) => sessionId));
    for (const row of rows) if (!ids.has(row.sessionId ?? '')) await this.leave(row);
    for (const door of wanted) {
      const row = there.get(door.sessionId);
      if (row) await this.move(row, door);
      else if (programme.publishedAt !== null) await this.add(conferenceId, door);
    }
  }

  private async add(
    conferenceId: string,
    { sessionId, name, opensAt, closesAt }: SessionCheckpoint,
  ): Promise<void> {
    await this.database.writer.insert(CheckpointEntity, {
      id: newId(),
      conferenceId,
      name,
      admits: 'once',
      isMainDoor: false,
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      createdAt: this.clock.now(),
      sessionId,
    });
  }

  private async move(row: CheckpointEntity, door: SessionCheckpoint): Promise<void> {
    const isSame =
      row.name === door.name &&
      row.opensAt?.toISOString() === door.opensAt &&
      row.closesAt?.toISOString() === door.closesAt;
    if (isSame) return;
    await this.database.writer.update(
      CheckpointEntity,
      { id: row.id },
      { name: door.name, opensAt: new Date(door.opensAt), closesAt: new Date(door.closesAt) },
    );
  }

  private async leave({ id, conferenceId, closesAt }: CheckpointEntity): Promise<void> {
    const [scanned] = await this.database.select(
      'SELECT id FROM scans WHERE conference_id = ? AND checkpoint_id = ? LIMIT 1',
      [conferenceId, id],
    );
    if (!scanned) {
      await this.database.writer.delete(CheckpointEntity, { id });
      return;
    }
    const now = this.clock.now();
    if (closesAt === null || closesAt > now)
      await this.database.writer.update(CheckpointEntity, { id }, { closesAt: now });
  }
}
