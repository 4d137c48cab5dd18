import { promoteWaitingGroups } from '@lectern/registrations';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { validationFailed } from '@lectern/core';
import { AuditService } from '../audit/audit.service';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { GroupsRepository } from './groups.repository';
import { TicketsService } from './tickets.service';

/** Gives freed places to the waiting groups, in their order, in the unit of work that freed them. */
@Injectable()
export class WaitingListService implements OnModuleInit {
  constructor(
    private readonly lifecycle: ConferenceLifecycle,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly tickets: TicketsService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.lifecycle.beforeNumbersChange(async ({ conferenceId, schoolCap }) => {
      const most = await this.groups.mostPlacesOfOneGroup(conferenceId);
      if (schoolCap !== null && schoolCap < most) {
        const message = `One school has ${most} places already. Enter at least that many, or leave the cap out.`;
        throw validationFailed([{ field: 'schoolCap', code: 'places-given', message }]);
      }
    });
    this.lifecycle.whenPlacesChanged((conferenceId) => this.promote(conferenceId));
  }

  /** Under the event's lock. */
  async promote(conferenceId: string): Promise<void> {
    const conference = await this.places.lock(conferenceId);
    if (conference.placesLeft <= 0 || conference.allocation === 'fair') return;
    const groups = await this.groups.queue(conferenceId);
    const grants = promoteWaitingGroups({
      placesLeft: conference.placesLeft,
      schoolCap: conference.schoolCap,
      groups,
    });
    const had = new Map(groups.map((group) => [group.id, group.places]));
    for (const grant of grants) {
      await this.places.give(conferenceId, grant.places);
      await this.groups.update(grant.id, {
        status: 'confirmed',
        places: (had.get(grant.id) ?? 0) + grant.places,
      });
      await this.tickets.issueMissing(grant.id);
      await this.audit.record({
        action: 'group.given-places',
        objectKind: 'group',
        objectId: grant.id,
        details: { places: grant.places },
      });
    }
  }
}
