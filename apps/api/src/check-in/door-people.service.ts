import {
  correctScanTime,
  decideScan,
  type DoorSubstitutionRequest,
  type DoorWalkInRequest,
  type ScanResult,
  verdictMessage,
} from '@lectern/check-in';
import { type Clock, DomainError, validationFailed } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { DoorEventsService } from '../conferences/door-events.service';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { type AtDoor, DoorChanges } from '../registrations/door-changes.service';
import { DoorSwapsService } from '../registrations/door-swaps.service';
import { WalkInsService } from '../registrations/walk-ins.service';
import { DoorFacts } from './door-facts';
import { ScansService } from './scans.service';

type Arrival = Pick<DoorWalkInRequest, 'id' | 'checkpointId' | 'scannedAt' | 'sentAt' | 'reason'>;

/**
 * People who come to a door without a ticket of their own. They are put on the list and let in at once, as one scan
 * with the id that the device made: cut off anywhere, the same request goes on where it was.
 */
@Injectable()
export class DoorPeopleService {
  constructor(
    private readonly walkIns: WalkInsService,
    private readonly swaps: DoorSwapsService,
    private readonly changes: DoorChanges,
    private readonly doors: DoorFacts,
    private readonly scans: ScansService,
    private readonly events: DoorEventsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  walkIn(device: DeviceVisitor, request: DoorWalkInRequest): Promise<ScanResult> {
    return this.letIn(device, request, (by) => this.walkIns.atDoor(by, request));
  }

  substitute(device: DeviceVisitor, request: DoorSubstitutionRequest): Promise<ScanResult> {
    const { ticketId, givenName, familyName, yearGroup, reason } = request;
    const instead = { givenName, familyName, ...(yearGroup == null ? {} : { yearGroup }) };
    return this.letIn(device, request, (by) => this.swaps.atDoor(by, ticketId, instead, reason));
  }

  private async letIn(
    device: DeviceVisitor,
    arrival: Arrival,
    ticketFor: (by: AtDoor) => Promise<string>,
  ): Promise<ScanResult> {
    const { id, checkpointId, scannedAt, sentAt, reason } = arrival;
    await this.refuseWithoutRoster(device);
    const by = { id, conferenceId: device.conferenceId, madeBy: device.name };
    const known = await this.changes.ticketOf(by);
    // A door that lets nobody in now puts nobody on a list.
    if (known === null) await this.refuseClosed(device, arrival);
    const ticketId = known ?? (await ticketFor(by));
    const checkpoint = await this.doors.checkpoint(device.conferenceId, checkpointId);
    // A session may belong to other groups, or be full: the supervisor has said already why this person comes.
    const override = checkpoint?.sessionId == null ? {} : { override: { reason } };
    const { results } = await this.scans.take(device, {
      scans: [{ id, checkpointId, ticketId, direction: 'in', scannedAt, ...override }],
      ...(sentAt == null ? {} : { sentAt }),
    });
    const [result] = results;
    if (!result) throw new Error('A scan was not answered.');
    return result;
  }

  /** A session of CPD has no rosters of schools: staff write down who comes unexpected. */
  private async refuseWithoutRoster({ conferenceId }: DeviceVisitor): Promise<void> {
    const event = await this.events.facts(conferenceId);
    if (event?.kind !== 'cpd-session') return;
    throw new DomainError(
      'conflict',
      'staff-keep-this-list',
      'Nobody is added at the door of a CPD session. Let them in, and tell staff: they write them down on the attendance page.',
    );
  }

  private async refuseClosed(device: DeviceVisitor, arrival: Arrival): Promise<void> {
    const checkpoint = await this.doors.checkpoint(device.conferenceId, arrival.checkpointId);
    if (!checkpoint) {
      const message = 'There is no such checkpoint at this conference. Choose another one under “More”.';
      throw validationFailed([{ field: 'checkpointId', code: 'unknown-checkpoint', message }]);
    }
    const { admits, opensAt, closesAt } = checkpoint;
    const { at } = correctScanTime({
      scannedAt: arrival.scannedAt,
      sentAt: arrival.sentAt ?? undefined,
      receivedAt: this.clock.now().toISOString(),
    });
    const verdict = decideScan({
      ticket: { status: 'valid', kind: 'pupil' },
      admission: null,
      checkpoint: { admits, opensAt, closesAt },
      direction: 'in',
      at,
      role: device.role,
      override: false,
    });
    if (verdict.outcome !== 'refused') return;
    const message = verdictMessage({ outcome: 'refused', reason: verdict.reason, at, opensAt, closesAt });
    throw new DomainError('conflict', 'door-closed', message);
  }
}
