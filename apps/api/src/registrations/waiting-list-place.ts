import { type Clock } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { Group } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { groupCancelled } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { WaitingListService } from './waiting-list.service';

/** Puts a group that rests back on the waiting list, at its end. */
@Injectable()
export class WaitingListPlace {
  constructor(
    private readonly database: Database,
    private readonly service: GroupsService,
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    private readonly waitingList: WaitingListService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A group that is on the list already stays where it is, so asking twice costs nobody their place. */
  async rejoin(actor: Actor, id: string): Promise<Group> {
    const { conferenceId } = await this.service.own(actor, id, 'group.change');
    await this.database.transaction(async () => {
      await this.places.lock(conferenceId);
      const group = await this.service.ownNow(actor, id, 'group.change');
      if (group.status === 'cancelled') throw groupCancelled();
      if (group.resting === null) return;
      await this.groups.update(id, {
        resting: null,
        queueNumber: await this.places.nextInQueue(conferenceId),
        updatedAt: this.clock.now(),
      });
      await this.audit.record({ action: 'group.rejoined-list', objectKind: 'group', objectId: id });
      await this.waitingList.promote(conferenceId);
    });
    return this.service.see(actor, id);
  }
}
