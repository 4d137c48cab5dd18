import {
  type Clock,
  DomainError,
  londonDate,
  newId,
  type Page,
  startOfDay,
  validationFailed,
} from '@lectern/core';
import { type OwnPlacementDay, PLACEMENT_DAYS_MAX } from '@lectern/cpd';
import type { PlacementDaysRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { CommitmentsService } from './commitments.service';
import { PlacementDaysRepository } from './placement-days.repository';

/** The days that trainees spend in their placement schools; each keeps their own list. */
@Injectable()
export class PlacementDaysService {
  constructor(
    private readonly database: Database,
    private readonly days: PlacementDaysRepository,
    private readonly commitments: CommitmentsService,
    private readonly directory: AccountDirectoryService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Page<OwnPlacementDay>> {
    const days = await this.days.of(actor.accountId);
    return { items: days.map(({ day, schoolName }) => ({ day, schoolName })), nextCursor: null };
  }

  /** Adds days; one that is on the list already gets the school that was sent. Refuses days that were promised. */
  async add(actor: Actor, { days, schoolName }: PlacementDaysRequest): Promise<Page<OwnPlacementDay>> {
    return this.database.transaction(async () => {
      // The same lock as that of an offer: a day is not promised and taken at once.
      await this.directory.lock([actor.accountId]);
      await this.refusePromised(actor, days);
      const known = (await this.days.of(actor.accountId)).map(({ day }) => day);
      const added = days.filter((day) => !known.includes(day));
      if (known.length + added.length > PLACEMENT_DAYS_MAX) {
        const message = `The list holds ${PLACEMENT_DAYS_MAX} days. Take days that are over off it first.`;
        throw validationFailed([{ field: 'days', code: 'too-many', message }]);
      }
      const name = schoolName.trim();
      await this.days.rename(
        actor.accountId,
        days.filter((day) => known.includes(day)),
        name,
      );
      const addedAt = this.clock.now();
      await this.days.insert(
        added.map((day) => ({ id: newId(), accountId: actor.accountId, day, schoolName: name, addedAt })),
      );
      await this.note('placement-days.added', actor, { days: days.length });
      return this.list(actor);
    });
  }

  /** Takes a day off the list; one that is not on it is off it already. */
  async remove(actor: Actor, day: string): Promise<void> {
    await this.database.transaction(async () => {
      if (await this.days.remove(actor.accountId, day)) {
        await this.note('placement-days.removed', actor, { days: 1 });
      }
    });
  }

  private async refusePromised(actor: Actor, days: readonly string[]): Promise<void> {
    const errors = [];
    for (const day of days) {
      for (const { title } of await this.commitments.offersOn(actor.accountId, day)) {
        errors.push({
          field: 'days',
          code: 'offer-overlap',
          message: `You offer to give ‘${title}’ on ${londonDate(startOfDay(day))}. Withdraw that offer first, or leave the day out.`,
        });
      }
    }
    if (errors.length === 0) return;
    const words = errors.map(({ message }) => message).join(' ');
    throw new DomainError('conflict', 'clash', `${words} Nothing was added.`, { errors });
  }

  private note(action: string, actor: Actor, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'account', objectId: actor.accountId, details });
  }
}
