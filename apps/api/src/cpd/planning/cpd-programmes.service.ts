import { type Clock, DomainError, newId, notFound, type Page } from '@lectern/core';
import {
  CPD_PROGRAMME_TRANSITIONS,
  type CpdProgramme,
  type CpdProgrammeStatus,
  PROGRAMME_LABEL,
} from '@lectern/cpd';
import type { CpdProgrammeChange, CpdProgrammeRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { expectedOf, programmeView } from './cpd-programme.mapper';
import type { CpdProgrammeEntity } from './cpd-programme.entity';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { seesDrafts } from './cpd-sessions.service';

/** The CPD programmes, one or more an academic year. */
@Injectable()
export class CpdProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly programmes: CpdProgrammesRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Latest year first; drafts for those who plan and for mentors. */
  async list(actor: Actor | null): Promise<Page<CpdProgramme>> {
    const all = (await this.programmes.all()).map(programmeView);
    return { items: all.filter(({ status }) => status !== 'draft' || seesDrafts(actor)), nextCursor: null };
  }

  async see(actor: Actor | null, id: string): Promise<CpdProgramme> {
    const programme = await this.programmes.find(id);
    if (!programme || (programme.status === 'draft' && !seesDrafts(actor))) throw notFound('programme');
    return programmeView(programme);
  }

  async create(actor: Actor, request: CpdProgrammeRequest): Promise<CpdProgramme> {
    const now = this.clock.now();
    const programme: CpdProgrammeEntity = {
      id: newId(),
      academicYear: request.academicYear,
      title: request.title.trim(),
      label: request.label?.trim() ?? PROGRAMME_LABEL,
      summary: request.summary ?? null,
      status: request.status ?? 'draft',
      expected: JSON.stringify(expectedOf(request.expected ?? [])),
      createdBy: actor.accountId,
      createdAt: now,
      updatedAt: now,
    };
    await this.database.transaction(async () => {
      await this.programmes.insert(programme);
      await this.note('cpd-programme.created', programme.id);
    });
    return programmeView(programme);
  }

  async change(id: string, change: Partial<CpdProgrammeChange>): Promise<CpdProgramme> {
    return this.database.transaction(async () => {
      await this.programmes.lockAll();
      const programme = await this.programmes.find(id);
      if (!programme) throw notFound('programme');
      const { title, label, summary, status, expected } = change;
      if (status != null) checkMove(programme.status as CpdProgrammeStatus, status);
      const after: CpdProgrammeEntity = {
        ...programme,
        ...(title == null ? {} : { title: title.trim() }),
        ...(label == null ? {} : { label: label.trim() }),
        ...(summary === undefined ? {} : { summary: summary?.trim() ? summary.trim() : null }),
        ...(status == null ? {} : { status }),
        ...(expected == null ? {} : { expected: JSON.stringify(expectedOf(expected)) }),
        updatedAt: this.clock.now(),
      };
      await this.programmes.update(id, after);
      await this.note('cpd-programme.changed', id, { fields: Object.keys(change), status: after.status });
      return programmeView(after);
    });
  }

  private note(action: string, objectId: string, details?: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({
      action,
      objectKind: 'cpd-programme',
      objectId,
      ...(details ? { details } : {}),
    });
  }
}

/** Refuses a status that cannot follow; staying as it is is no move. */
const checkMove = (from: CpdProgrammeStatus, to: CpdProgrammeStatus): void => {
  const allowed = CPD_PROGRAMME_TRANSITIONS[from];
  if (from === to || allowed.includes(to)) return;
  const words = `A programme that is ${from} can become ${allowed.join(' or ')}, not ${to}.`;
  throw new DomainError('conflict', 'transition-not-allowed', words, { details: { from, allowed } });
};
