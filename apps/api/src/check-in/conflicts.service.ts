import type { Conflict } from '@lectern/check-in';
import { type Clock, DomainError, isId, notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { ActorNames } from '../audit/actor-names';
import { AuditService } from '../audit/audit.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { DoorTicketsService } from '../registrations/door-tickets.service';
import { AttendanceBoard } from './attendance-board';
import { type ConflictRow, ConflictsRepository } from './conflicts.repository';

/** Tickets that two phones let in: shown to both and to the desk until somebody says how it came. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictsRepository,
    private readonly tickets: DoorTicketsService,
    private readonly events: DoorEventsService,
    private readonly names: ActorNames,
    private readonly audit: AuditService,
    private readonly board: AttendanceBoard,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of a conference, open ones first. */
  async list(conferenceId: string): Promise<readonly Conflict[]> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    return this.views(conferenceId, await this.conflicts.list(conferenceId, {}));
  }

  /** The open ones that a phone is told of: a steward's own, all of them for a supervisor. */
  async openFor({ conferenceId, deviceId, role }: DeviceVisitor): Promise<readonly Conflict[]> {
    const own = role === 'supervisor' ? {} : { deviceId };
    return this.views(conferenceId, await this.conflicts.list(conferenceId, { openOnly: true, ...own }));
  }

  async settleAtDesk(actor: Actor, id: string, reason: string): Promise<Conflict> {
    const names = await this.names.names('account', [actor.accountId]);
    return this.settle(await this.find(id), names.get(actor.accountId) ?? 'Staff', reason);
  }

  async settleAtDoor(device: DeviceVisitor, id: string, reason: string): Promise<Conflict> {
    const row = await this.find(id);
    if (row.conferenceId !== device.conferenceId) throw notFound('conflict');
    return this.settle(row, device.name, reason);
  }

  private async find(id: string): Promise<ConflictRow> {
    const row = isId(id) ? await this.conflicts.find(id) : null;
    if (!row) throw notFound('conflict');
    return row;
  }

  private async settle(row: ConflictRow, by: string, reason: string): Promise<Conflict> {
    const now = this.clock.now();
    await this.database.transaction(async () => {
      if (!(await this.conflicts.settle(row.id, by, reason.trim(), now))) {
        throw new DomainError('conflict', 'conflict-settled', 'Somebody settled this in the meantime.');
      }
      await this.audit.record({
        action: 'conflict.settled',
        objectKind: 'conflict',
        objectId: row.id,
        details: { conferenceId: row.conferenceId, ticketId: row.ticketId },
      });
    });
    this.board.touch(row.conferenceId);
    const settled = { ...row, settledAt: now, settledBy: by, reason: reason.trim() };
    const [view] = await this.views(row.conferenceId, [settled]);
    if (!view) throw notFound('conflict');
    return view;
  }

  private async views(conferenceId: string, rows: readonly ConflictRow[]): Promise<readonly Conflict[]> {
    const tickets = await this.tickets.find(conferenceId, [...new Set(rows.map(({ ticketId }) => ticketId))]);
    return rows.map(({ conferenceId: _, settledAt, ...row }) => {
      const ticket = tickets.get(row.ticketId);
      return {
        ...row,
        displayName: ticket?.displayName ?? '',
        school: ticket?.school ?? '',
        settledAt: settledAt?.toISOString() ?? null,
      };
    });
  }
}
