import type { DoorState } from '@lectern/check-in';
import type { ContactRequest } from '@lectern/check-in/requests';
import { type Clock, notFound } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { DoorTicketsService } from '../registrations/door-tickets.service';
import { AttendanceBoard } from './attendance-board';
import { CheckpointsService } from './checkpoints.service';
import { ConflictsService } from './conflicts.service';
import { MissingProcedureService } from './missing-procedure.service';
import { pairedConference } from './devices.service';
import { measuredSkew } from './scan-times';
import { DoorSessions } from './door-sessions.service';

/** A phone in touch: it says how it is, and hears everything that it needs beside its roster. */
@Injectable()
export class DoorContactService {
  constructor(
    private readonly database: Database,
    private readonly events: DoorEventsService,
    private readonly checkpoints: CheckpointsService,
    private readonly tickets: DoorTicketsService,
    private readonly sessions: DoorSessions,
    private readonly conflicts: ConflictsService,
    private readonly board: AttendanceBoard,
    private readonly procedure: MissingProcedureService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async contact(device: DeviceVisitor, request: ContactRequest): Promise<DoorState> {
    const now = this.clock.now();
    const skewMs = measuredSkew(request.sentAt, now);
    await this.note(device, request, skewMs, now);
    const { conferenceId } = device;
    const conference = await this.events.facts(conferenceId);
    if (!conference?.publicKey) throw notFound('conference');
    const { placements } = await this.sessions.day(conferenceId);
    const { admitted, onSite } = await this.board.now(conferenceId);
    // Stewards have no part in looking for a pupil.
    const missingProcedure = device.role === 'supervisor' ? await this.procedure.ownSteps() : null;
    return {
      role: device.role,
      conference: pairedConference(conference),
      publicKey: conference.publicKey,
      checkpoints: await this.checkpoints.list(conferenceId),
      groups: await this.tickets.groups(conferenceId),
      placements,
      conflicts: await this.conflicts.openFor(device),
      count: { admitted, onSite },
      ...(missingProcedure ? { missingProcedure } : {}),
      serverTime: now.toISOString(),
      skewMs,
    };
  }

  private note(
    { deviceId }: DeviceVisitor,
    { queued, parked, appVersion }: ContactRequest,
    skewMs: number,
    now: Date,
  ): Promise<number> {
    return this.database.transaction(() =>
      this.database.execute(
        'UPDATE devices SET last_seen_at = ?, queued = ?, parked = ?, app_version = ?, skew_ms = ? WHERE id = ?',
        [now, queued, parked, appVersion, skewMs, deviceId],
      ),
    );
  }
}
