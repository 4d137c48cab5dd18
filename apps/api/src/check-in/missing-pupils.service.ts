import { MISSING_OUTCOME_WORDS, type MissingOutcome, type MissingPupil } from '@lectern/check-in';
import type {
  MissingPupilClosureRequest,
  MissingPupilRequest,
  MissingPupilStepRequest,
} from '@lectern/check-in/requests';
import { type Clock, DomainError, isId, newId, notFound, validationFailed } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { Seal } from '../platform/seal';
import { CLOCK } from '../platform/tokens';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import type { MissingPupilEntity, MissingPupilStepEntity } from './missing-pupil.entity';
import { MissingPupilsRepository } from './missing-pupils.repository';

const LAST_SEEN = 'missing-pupil';
const STEP = 'missing-pupil-step';

/** Who does something to a record: somebody signed in, or a supervisor's phone. */
export interface Finder {
  readonly id: string;
  readonly name: string;
}

const closed = (): DomainError =>
  new DomainError(
    'conflict',
    'missing-pupil-closed',
    'This record is closed and no longer changes. Open a new one if the pupil is missing again.',
  );

/** The log of pupils whom nobody can find: opened when and by whom, what was done, how it ended. Nothing in it changes. */
@Injectable()
export class MissingPupilsService {
  constructor(
    private readonly database: Database,
    private readonly records: MissingPupilsRepository,
    private readonly events: DoorEventsService,
    private readonly tickets: DoorTicketsService,
    private readonly seal: Seal,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every record of the conference, the open ones first; that somebody read them is kept. */
  async list(conferenceId: string): Promise<MissingPupil[]> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    const rows = await this.records.ofConference(conferenceId);
    if (rows.length > 0) {
      await this.audit.recordReading({
        action: 'missing-pupils.read',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { records: rows.length },
      });
    }
    return this.views(conferenceId, rows);
  }

  /** Opens a record; when the pupil is looked for already, what is newly known becomes a step of that record. */
  async open(by: Finder, conferenceId: string, request: MissingPupilRequest): Promise<MissingPupil> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    const { ticketId } = request;
    const ticket = (await this.tickets.find(conferenceId, [ticketId])).get(ticketId);
    if (!ticket) {
      throw validationFailed([
        { field: 'ticketId', code: 'unknown-ticket', message: 'Nobody at this conference has this ticket.' },
      ]);
    }
    const known = (await this.records.openOf(ticketId)) ?? (await this.begin(by, conferenceId, request));
    return known
      ? this.step(by, known, { text: `Last seen: ${request.lastSeen.trim()}` })
      : this.opened(ticketId);
  }

  async step(
    by: Finder,
    record: Pick<MissingPupilEntity, 'id' | 'conferenceId'>,
    { text }: MissingPupilStepRequest,
  ): Promise<MissingPupil> {
    await this.database.transaction(async () => {
      if (!(await this.records.holdOpen(record.id))) throw closed();
      await this.addStep(by, record.id, text);
      await this.note('missing-pupil.step-added', record.id, {});
    });
    return this.see(record);
  }

  async close(
    by: Finder,
    record: Pick<MissingPupilEntity, 'id' | 'conferenceId'>,
    { outcome, note }: MissingPupilClosureRequest,
  ): Promise<MissingPupil> {
    await this.database.transaction(async () => {
      if (!(await this.records.holdOpen(record.id))) throw closed();
      const words = note?.trim();
      await this.addStep(by, record.id, `${MISSING_OUTCOME_WORDS[outcome]}.${words ? ` ${words}` : ''}`);
      await this.records.close(record.id, { at: this.clock.now(), by: by.id, name: by.name, outcome });
      await this.note('missing-pupil.closed', record.id, { outcome });
    });
    return this.see(record);
  }

  /** The record with this id, of the conference that is asked about or of any. */
  async find(id: string, conferenceId?: string): Promise<MissingPupilEntity> {
    const record = isId(id) ? await this.records.find(id) : null;
    if (!record || (conferenceId !== undefined && record.conferenceId !== conferenceId))
      throw notFound('missing-pupil');
    return record;
  }

  /** Null when the record was begun; the open record when somebody else was quicker. */
  private async begin(
    by: Finder,
    conferenceId: string,
    { ticketId, lastSeen }: MissingPupilRequest,
  ): Promise<MissingPupilEntity | null> {
    const id = newId();
    const record: MissingPupilEntity = {
      id,
      conferenceId,
      ticketId,
      openKey: ticketId,
      sealedLastSeen: this.seal.close(LAST_SEEN, id, lastSeen.trim()),
      openedAt: this.clock.now(),
      openedBy: by.id,
      openedByName: by.name,
      closedAt: null,
      closedBy: null,
      closedByName: null,
      outcome: null,
    };
    try {
      await this.database.transaction(async () => {
        await this.records.insert(record);
        await this.note('missing-pupil.opened', id, {});
      });
      return null;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return this.records.openOf(ticketId);
    }
  }

  private async opened(ticketId: string): Promise<MissingPupil> {
    const record = await this.records.openOf(ticketId);
    if (!record) throw closed();
    return this.see(record);
  }

  private async addStep({ id, name }: Finder, missingPupilId: string, text: string): Promise<void> {
    const stepId = newId();
    await this.records.insertStep({
      id: stepId,
      missingPupilId,
      at: this.clock.now(),
      doneBy: id,
      doneByName: name,
      sealedText: this.seal.close(STEP, stepId, text.trim()),
    });
  }

  private async see({
    id,
    conferenceId,
  }: Pick<MissingPupilEntity, 'id' | 'conferenceId'>): Promise<MissingPupil> {
    const [view] = await this.views(conferenceId, [await this.find(id, conferenceId)]);
    if (!view) throw notFound('missing-pupil');
    return view;
  }

  private async views(conferenceId: string, rows: readonly MissingPupilEntity[]): Promise<MissingPupil[]> {
    const tickets = await this.tickets.find(conferenceId, [...new Set(rows.map(({ ticketId }) => ticketId))]);
    const steps = await this.records.steps(rows.map(({ id }) => id));
    return rows.map((row) => this.view(row, tickets.get(row.ticketId), steps.get(row.id) ?? []));
  }

  private view(
    row: MissingPupilEntity,
    ticket: DoorTicket | undefined,
    steps: readonly MissingPupilStepEntity[],
  ): MissingPupil {
    return {
      id: row.id,
      ticketId: row.ticketId,
      displayName: ticket?.displayName ?? 'A ticket that is gone',
      school: ticket?.school ?? '',
      lastSeen: this.seal.open(LAST_SEEN, row.id, row.sealedLastSeen),
      openedAt: row.openedAt.toISOString(),
      openedBy: row.openedByName,
      steps: steps.map((step) => ({
        at: step.at.toISOString(),
        by: step.doneByName,
        text: this.seal.open(STEP, step.id, step.sealedText),
      })),
      closedAt: row.closedAt?.toISOString() ?? null,
      closedBy: row.closedByName,
      outcome: row.outcome as MissingOutcome | null,
    };
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'missing-pupil', objectId, details });
  }
}
