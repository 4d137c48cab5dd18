import type { DoorResults } from '@lectern/check-in';
import type { PartyArrivalRequest, ScanRequest } from '@lectern/check-in/requests';
import { derivedId, notFound, validationFailed } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import type { DeviceVisitor } from '../platform/visitors';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import { AdmissionsRepository } from './admissions.repository';
import { DoorFacts } from './door-facts';
import { ScansRepository } from './scans.repository';
import { ScansService } from './scans.service';

/**
 * Whole parties at once: one scan for each ticket, whose id follows from the party's, so that an arrival that is sent
 * twice, or half and then whole, lets nobody in twice.
 */
@Injectable()
export class PartyArrivalsService {
  constructor(
    private readonly tickets: DoorTicketsService,
    private readonly doors: DoorFacts,
    private readonly admissions: AdmissionsRepository,
    private readonly judged: ScansRepository,
    private readonly scans: ScansService,
  ) {}

  async take(device: DeviceVisitor, request: PartyArrivalRequest): Promise<DoorResults> {
    const party = await this.tickets.party(device.conferenceId, request.groupId);
    if (!party) throw notFound('group');
    if (!(await this.doors.checkpoint(device.conferenceId, request.checkpointId)))
      throw notFound('checkpoint');
    refuseStrangers(party, request.absentTicketIds);
    const absent = new Set(request.absentTicketIds);
    const coming = party.filter(({ ticketId }) => !absent.has(ticketId));
    const moving =
      request.direction === 'out' ? await this.leaving(device, coming, request) : coming.filter(isExpected);
    const made = moving.map(({ ticketId }) => partyScan(request, ticketId));
    const { sentAt } = request;
    return { results: await this.scans.make(device, made, sentAt == null ? {} : { sentAt }) };
  }

  /** Whoever is inside leaves, and whoever left by this call before: nobody else was there. */
  private async leaving(
    { conferenceId }: DeviceVisitor,
    party: readonly DoorTicket[],
    { id, checkpointId }: PartyArrivalRequest,
  ): Promise<readonly DoorTicket[]> {
    if (party.length === 0) return [];
    const tickets = party.map(({ ticketId }) => ticketId);
    const states = await this.admissions.states(checkpointId, tickets, false);
    const inside = new Set(states.filter(({ state }) => state.inside).map(({ state }) => state.ticketId));
    const before = await this.judged.judged(
      conferenceId,
      tickets.map((ticketId) => derivedId(id, ticketId)),
    );
    for (const { ticketId } of before) if (ticketId !== null) inside.add(ticketId);
    return party.filter(({ ticketId }) => inside.has(ticketId));
  }
}

/** Whoever was taken off the list, or swapped, is not waited for. */
const isExpected = ({ status }: DoorTicket): boolean => status === 'valid' || status === 'not-confirmed';

const partyScan = (
  { id, checkpointId, direction, scannedAt }: PartyArrivalRequest,
  ticketId: string,
): ScanRequest => ({
  id: derivedId(id, ticketId),
  checkpointId,
  ticketId,
  direction: direction ?? 'in',
  scannedAt,
});

const refuseStrangers = (party: readonly DoorTicket[], absentTicketIds: readonly string[]): void => {
  const own = new Set(party.map(({ ticketId }) => ticketId));
  const errors = absentTicketIds.flatMap((ticketId, at) =>
    own.has(ticketId)
      ? []
      : [
          {
            field: `absentTicketIds[${at}]`,
            code: 'not-in-party',
            message: 'This ticket is not one of the party’s. Fetch the roster again.',
          },
        ],
  );
  if (errors.length > 0) throw validationFailed(errors);
};
