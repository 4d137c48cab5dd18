import { type Clock, londonDay, newId, notFound, type Page, validationFailed } from '@lectern/core';
import {
  SUITABILITY_YEARS,
  suitabilityOn,
  type SuitabilityState,
  suitableUntil,
  type SuitabilityRecord,
  type TraineeSuitability,
} from '@lectern/cpd';
import type { SuitabilityRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { AccountDirectoryService, type DirectoryEntry } from '../../identity/account-directory.service';
import { Database } from '../../persistence/database';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import type { SuitabilityEntity } from './suitability.entity';
import { SuitabilityRepository } from './suitability.repository';

export interface SuitabilityQuestions {
  readonly text?: string | undefined;
  readonly state?: SuitabilityState | undefined;
}

/** That trainees may work with schools: who confirmed it and when, and never what a certificate says. */
@Injectable()
export class SuitabilityService {
  constructor(
    private readonly database: Database,
    private readonly records: SuitabilityRepository,
    private readonly directory: AccountDirectoryService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Trainees whose accounts are in use, by name; that somebody read the list is recorded. */
  async list(
    { text, state }: SuitabilityQuestions,
    limit: number,
    cursor: unknown,
  ): Promise<Page<TraineeSuitability>> {
    const place = placeOf(cursor, 2);
    const trainees = await this.directory.holding('trainee', text);
    const all = (await this.viewsOf(trainees)).filter((one) => state === undefined || one.state === state);
    const from = place ? all.findIndex(({ accountId }) => accountId === String(place[1])) + 1 : 0;
    const items = all.slice(from, from + limit);
    const last = items.at(-1);
    await this.audit.recordReading({
      action: 'suitability.read',
      objectKind: 'suitability',
      objectId: 'trainees',
    });
    return {
      items,
      nextCursor: all.length > from + limit && last ? cursorOf([last.name, last.accountId]) : null,
    };
  }

  /** Adds a line to what is on record; nothing that was there is changed. */
  async record(
    actor: Actor,
    accountId: string,
    { confirmedBy, confirmedOn }: SuitabilityRequest,
  ): Promise<TraineeSuitability> {
    const now = this.clock.now();
    const trainee = (await this.directory.named([accountId], 'trainee')).get(accountId);
    if (!trainee?.isInUse) throw notFound('trainee');
    if (confirmedOn > londonDay(now)) {
      const message = 'Enter the day on which it was confirmed: today or earlier.';
      throw validationFailed([{ field: 'confirmedOn', code: 'in-the-future', message }]);
    }
    await this.database.transaction(async () => {
      const id = newId();
      await this.records.insert({
        id,
        accountId,
        confirmedBy: confirmedBy.trim(),
        confirmedOn,
        recordedBy: actor.accountId,
        recordedAt: now,
      });
      await this.audit.record({
        action: 'suitability.recorded',
        objectKind: 'account',
        objectId: accountId,
        details: { confirmedOn },
      });
    });
    const [view] = await this.viewsOf([trainee]);
    if (!view) throw notFound('trainee');
    return view;
  }

  private async viewsOf(trainees: readonly DirectoryEntry[]): Promise<TraineeSuitability[]> {
    const history = await this.records.historyOf(trainees.map(({ id }) => id));
    const recorders = await this.directory.named(
      [...history.values()].flat().map(({ recordedBy }) => recordedBy),
    );
    const recordView = (row: SuitabilityEntity): SuitabilityRecord => ({
      confirmedBy: row.confirmedBy,
      confirmedOn: row.confirmedOn,
      recordedBy: recorders.get(row.recordedBy)?.name ?? 'Somebody who has left',
      recordedAt: row.recordedAt.toISOString(),
    });
    const now = this.clock.now();
    return trainees.map(({ id, name, email }) => {
      const [current, ...earlier] = history.get(id) ?? [];
      return {
        accountId: id,
        name,
        email,
        state: suitabilityOn(current, now, SUITABILITY_YEARS),
        until: current ? suitableUntil(current.confirmedOn, SUITABILITY_YEARS) : null,
        current: current ? recordView(current) : null,
        earlier: earlier.map(recordView),
      };
    });
  }
}
