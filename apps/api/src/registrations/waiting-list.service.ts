import type { Allocation } from '@lectern/conferences';
import { type Clock, validationFailed } from '@lectern/core';
import { offerEnds, type PlacesGrant, promoteWaitingGroups } from '@lectern/registrations';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { GroupsRepository } from './groups.repository';
import { OfferBook } from './offer-book';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlacesGiver } from './places-giver';

const BEFORE_THE_DAY = ['registration-open', 'registration-closed'];

/** Hands freed places on to the waiting groups, in their order, in the unit of work that freed them. */
@Injectable()
export class WaitingListService implements OnModuleInit {
  constructor(
    private readonly lifecycle: ConferenceLifecycle,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly book: OfferBook,
    private readonly giver: PlacesGiver,
    private readonly rules: PlaceRulesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.beforeNumbersChange(async ({ allocation, conferenceId, schoolCap }) => {
      await this.refuseOtherAllocation(conferenceId, allocation);
      const most = await this.groups.mostPlacesOfOneGroup(conferenceId);
      if (schoolCap !== null && schoolCap < most) {
        const message = `One school has ${most} places already, or is offered them. Enter at least that many, or leave the cap out.`;
        throw validationFailed([{ field: 'schoolCap', code: 'places-given', message }]);
      }
    });
    this.lifecycle.whenPlacesChanged((conferenceId) => this.promote(conferenceId));
  }

  /**
   * Hands free places to the groups that can use them, first in order first; under the event's lock. `toldApart` is a
   * group whose school is written to anyway about the change at hand, so that one letter says it all.
   */
  async promote(conferenceId: string, toldApart?: string): Promise<void> {
    const conference = await this.places.lock(conferenceId);
    if (!BEFORE_THE_DAY.includes(conference.status) || conference.placesLeft <= 0) return;
    if (conference.allocation === 'fair' && !(await this.rules.isAllocated(conferenceId))) return;
    const hours = await this.rules.offerHours(conferenceId);
    const expiresAt = offerEnds(this.clock.now(), hours, conference);
    if (!expiresAt) return;
    const grants = promoteWaitingGroups({
      placesLeft: conference.placesLeft,
      schoolCap: conference.schoolCap,
      groups: await this.groups.queue(conferenceId),
    });
    for (const grant of grants) await this.hand(conference, grant, expiresAt, grant.id === toldApart);
  }

  /** Schools registered for places to be given in one way; they are not given in another. */
  private async refuseOtherAllocation(conferenceId: string, allocation: Allocation): Promise<void> {
    const conference = await this.places.lock(conferenceId);
    if (conference.allocation === allocation || !(await this.groups.hasLive(conferenceId))) return;
    const message = 'Schools have registered already, so how places are given cannot change any more.';
    throw validationFailed([{ field: 'allocation', code: 'groups-registered', message }]);
  }

  private async hand(
    conference: ConferenceFacts,
    grant: PlacesGrant,
    expiresAt: Date,
    isTold: boolean,
  ): Promise<void> {
    const group = await this.groups.current(grant.id);
    if (!group) return;
    if (grant.kind === 'offered') await this.book.make(conference, group, grant.places, expiresAt);
    else if (grant.kind === 'grown') await this.book.grow(conference, group, grant.places);
    else await this.giver.more(conference, group, grant.places, isTold);
  }
}
