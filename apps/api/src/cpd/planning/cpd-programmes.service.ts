import { type Clock, newId } from '@lectern/core';
import { type CpdProgramme, PROGRAMME_LABEL } from '@lectern/cpd';
import type { CpdProgrammeRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { expectedOf, programmeView } from './cpd-programme.mapper';
import type { CpdProgrammeEntity } from './cpd-programme.entity';
import { CpdProgrammesRepository } from './cpd-programmes.repository';

/** The CPD programmes, one or more an academic year. */
@Injectable()
export class CpdProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly programmes: CpdProgrammesRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(actor: Actor, request: CpdProgrammeRequest): Promise<CpdProgramme> {
    const now = this.clock.now();
    const programme: CpdProgrammeEntity = {
      id: newId(),
      academicYear: request.academicYear,
      title: request.title,
      label: request.label ?? PROGRAMME_LABEL,
      summary: request.summary ?? null,
      status: request.status ?? 'draft',
      expected: JSON.stringify(expectedOf(request.expected ?? [])),
      createdBy: actor.accountId,
      createdAt: now,
      updatedAt: now,
    };
    await this.database.transaction(async () => {
      await this.programmes.insert(programme);
      await this.audit.record({
        action: 'cpd-programme.created',
        objectKind: 'cpd-programme',
        objectId: programme.id,
      });
    });
    return programmeView(programme);
  }
}
