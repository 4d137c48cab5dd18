import { correctScanTime, type DoorResults, type ScanResult } from '@lectern/check-in';
import type { DayEndRequest, ScanRequest } from '@lectern/check-in/requests';
import { type Clock, derivedId, notFound } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { AdmissionsRepository, type InsideRow } from './admissions.repository';
import { DeskDevice } from './desk-device';
import { ScansService } from './scans.service';

/** Checks out whoever the doors did not see leaving, and nobody else. */
@Injectable()
export class DayEndService {
  constructor(
    private readonly database: Database,
    private readonly events: DoorEventsService,
    private readonly admissions: AdmissionsRepository,
    private readonly desk: DeskDevice,
    private readonly scans: ScansService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async atDesk(conferenceId: string, request: DayEndRequest): Promise<DoorResults> {
    const conference = await this.events.facts(conferenceId);
    if (!conference) throw notFound('conference');
    return this.end(await this.desk.of(conference.id), request);
  }

  /** One answer for each person, though somebody may be inside at several checkpoints. */
  async end(device: DeviceVisitor, request: DayEndRequest): Promise<DoorResults> {
    const receivedAt = this.clock.now().toISOString();
    const { at: gone, sentAt } = request;
    const { at } = correctScanTime({
      scannedAt: gone ?? receivedAt,
      sentAt: sentAt ?? undefined,
      receivedAt,
    });
    const inside = await this.admissions.inside(device.conferenceId, new Date(at));
    const past = await this.admissions.pastTheDoor(device.conferenceId, new Date(at));
    const results = await this.scans.make(
      device,
      [...inside, ...past].map((row) => wayOut(row, at)),
      { byDesk: true },
    );
    const people = [...onePerTicket(results).values()];
    await this.database.transaction(() =>
      this.audit.record({
        action: 'day.ended',
        objectKind: 'conference',
        objectId: device.conferenceId,
        details: { checkedOut: people.length },
      }),
    );
    return { results: people };
  }
}

/** The same stay is left once, however many press the button at once. */
const wayOut = ({ ticketId, checkpointId, lastAt }: InsideRow, at: string): ScanRequest => ({
  id: derivedId('day-end', ticketId, checkpointId, lastAt.toISOString()),
  checkpointId,
  ticketId,
  direction: 'out',
  scannedAt: at,
});

const onePerTicket = (results: readonly ScanResult[]): ReadonlyMap<string, ScanResult> => {
  const first = new Map<string, ScanResult>();
  for (const result of results) {
    const key = result.ticket?.ticketId ?? result.id;
    if (!first.has(key)) first.set(key, result);
  }
  return first;
};
