import {
  MISSING_PROCEDURE,
  type MissingProcedure,
  type MissingStep,
  procedureText,
  readProcedure,
} from '@lectern/check-in';
import type { MissingProcedureRequest } from '@lectern/check-in/requests';
import { type Clock, DomainError, newId, validationFailed } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { CLOCK } from '../platform/tokens';
import type { MissingProcedureEntity } from './missing-procedure.entity';
import { MissingProcedureRepository } from './missing-procedure.repository';
import type { Finder } from './missing-pupils.service';

const STANDARD: MissingProcedure = {
  text: procedureText(MISSING_PROCEDURE),
  steps: MISSING_PROCEDURE,
  version: 0,
  changedAt: null,
  changedBy: null,
};

const changedMeanwhile = (): DomainError =>
  new DomainError(
    'conflict',
    'procedure-changed',
    'Somebody else has changed the procedure since you opened it. Copy your text, open the page again and put it in there.',
  );

const view = ({ text, version, changedAt, changedByName }: MissingProcedureEntity): MissingProcedure => ({
  text,
  steps: readProcedure(text).steps,
  version,
  changedAt: changedAt.toISOString(),
  changedBy: changedByName,
});

/** What the host does when a pupil cannot be found: the standard procedure until it has written its own down. */
@Injectable()
export class MissingProcedureService {
  constructor(
    private readonly database: Database,
    private readonly versions: MissingProcedureRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async now(): Promise<MissingProcedure> {
    const newest = await this.versions.newest();
    return newest ? view(newest) : STANDARD;
  }

  /** The host's own steps; null while the standard ones hold, which every phone has. */
  async ownSteps(): Promise<readonly MissingStep[] | null> {
    const newest = await this.versions.newest();
    return newest ? readProcedure(newest.text).steps : null;
  }

  /** Adds a version after the one that was changed; whoever comes second with the same one is refused. */
  async change(by: Finder, request: MissingProcedureRequest): Promise<MissingProcedure> {
    const text = request.text.trim();
    const { steps, problems } = readProcedure(text);
    if (problems.length > 0) {
      throw validationFailed(
        problems.map(({ line, message }) => ({
          field: 'text',
          code: 'unreadable-step',
          message: `Line ${line}: ${message}`,
        })),
      );
    }
    const version: MissingProcedureEntity = {
      id: newId(),
      version: request.version + 1,
      text,
      changedAt: this.clock.now(),
      changedBy: by.id,
      changedByName: by.name,
    };
    try {
      await this.database.transaction(async () => {
        const newest = await this.versions.newest();
        if ((newest?.version ?? 0) !== request.version) throw changedMeanwhile();
        await this.versions.insert(version);
        await this.audit.record({
          action: 'missing-procedure.changed',
          objectKind: 'missing-procedure',
          objectId: version.id,
          details: { version: version.version, steps: steps.length },
        });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? changedMeanwhile() : error;
    }
    return view(version);
  }
}
