import { type Clock, newId, notFound, validationFailed } from '@lectern/core';
import type { Admits, Checkpoint, CheckpointSession } from '@lectern/check-in';
import type { CheckpointRequest } from '@lectern/check-in/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { CheckpointEntity } from './checkpoint.entity';
import { DoorSessions, type SessionDay } from './door-sessions.service';

export const checkpointView = (row: CheckpointEntity, session: CheckpointSession | null): Checkpoint => ({
  id: row.id,
  name: row.name,
  admits: row.admits as Admits,
  isMainDoor: Boolean(row.isMainDoor),
  opensAt: row.opensAt?.toISOString() ?? null,
  closesAt: row.closesAt?.toISOString() ?? null,
  session,
});

const NO_SESSIONS: Pick<SessionDay, 'sessions'> = { sessions: new Map() };

const inTheDay = (a: CheckpointEntity, b: CheckpointEntity): number =>
  (a.opensAt?.getTime() ?? 0) - (b.opensAt?.getTime() ?? 0) || a.name.localeCompare(b.name, 'en-GB');

/** The checkpoints of a conference: a main door from publication on, and those that staff add. */
@Injectable()
export class CheckpointsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly events: DoorEventsService,
    private readonly sessions: DoorSessions,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenMoved(async ({ conferenceId, to }) => {
      if (to === 'published') await this.openMainDoor(conferenceId);
    });
    // The main door comes by itself when the copy is published, and the doors of sessions with its programme; scans
    // belong to the day that was.
    this.lifecycle.whenCopied(async ({ from, to, moved }) => {
      const rows = await this.database.reader.find(CheckpointEntity, {
        where: { conferenceId: from, isMainDoor: false },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
      for (const { name, admits, opensAt, closesAt, sessionId } of rows) {
        if (sessionId !== null) continue;
        await this.insert(to, {
          name,
          admits,
          isMainDoor: false,
          opensAt: opensAt && moved(opensAt),
          closesAt: closesAt && moved(closesAt),
        });
      }
    });
  }

  /** The door that counts who came; inside the caller's unit of work, once for an event. */
  async openMainDoor(eventId: string): Promise<void> {
    const always = { opensAt: null, closesAt: null };
    await this.insert(eventId, { name: 'Main door', admits: 'once', isMainDoor: true, ...always });
  }

  /** The main door first, then those that staff made in that order, then the sessions in the order of the day. */
  async list(conferenceId: string): Promise<Checkpoint[]> {
    const rows = await this.database.reader.find(CheckpointEntity, {
      where: { conferenceId },
      order: { isMainDoor: 'DESC', createdAt: 'ASC', id: 'ASC' },
    });
    const ofSessions = rows.filter(({ sessionId }) => sessionId !== null).sort(inTheDay);
    const { sessions } = ofSessions.length > 0 ? await this.sessions.read(conferenceId) : NO_SESSIONS;
    return [...rows.filter(({ sessionId }) => sessionId === null), ...ofSessions].map((row) =>
      checkpointView(row, sessions.get(row.sessionId ?? '') ?? null),
    );
  }

  async listFor(conferenceId: string): Promise<Checkpoint[]> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    return this.list(conferenceId);
  }

  async add(conferenceId: string, request: CheckpointRequest): Promise<Checkpoint> {
    const conference = await this.events.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const opensAt = request.opensAt == null ? null : new Date(request.opensAt);
    const closesAt = request.closesAt == null ? null : new Date(request.closesAt);
    if (opensAt && closesAt && closesAt <= opensAt) {
      throw validationFailed([
        { field: 'closesAt', code: 'before-opening', message: 'The checkpoint must close after it opens.' },
      ]);
    }
    const name = request.name.trim();
    return this.database.transaction(async () => {
      const made = await this.insert(conference.id, {
        name,
        admits: request.admits,
        isMainDoor: false,
        opensAt,
        closesAt,
      });
      await this.audit.record({ action: 'checkpoint.created', objectKind: 'checkpoint', objectId: made.id });
      return checkpointView(made, null);
    });
  }

  private async insert(
    conferenceId: string,
    checkpoint: Pick<CheckpointEntity, 'name' | 'admits' | 'isMainDoor' | 'opensAt' | 'closesAt'>,
  ): Promise<CheckpointEntity> {
    const row: CheckpointEntity = {
      id: newId(),
      conferenceId,
      ...checkpoint,
      createdAt: this.clock.now(),
      sessionId: null,
    };
    await this.database.writer.insert(CheckpointEntity, row);
    return row;
  }
}
