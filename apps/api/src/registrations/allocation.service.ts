import { notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  type AllocatedGroup,
  allocatePlaces,
  type AllocationBoard,
  type AllocationMethod,
  type AllocationTrial,
  type Criterion,
  fingerprintOf,
} from '@lectern/registrations';
import type { AllocationPublication, AllocationTrialRequest } from '@lectern/registrations/requests';
import { Injectable } from '@nestjs/common';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { AllocationPublisher } from './allocation-publisher';
import { AllocationViews } from './allocation-views';
import { allocationChanged, allocationNotDue } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { criteriaOf } from './place-rules.service';
import { SchoolFactsService } from './school-facts.service';

const REGISTERED = ['registration-closed'];

/** The fair allocation of a conference: what it would be, as often as staff like, and once what it is. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly facts: SchoolFactsService,
    private readonly views: AllocationViews,
    private readonly publisher: AllocationPublisher,
  ) {}

  async board(conferenceId: string): Promise<AllocationBoard> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    return this.views.board(conference, await this.groups.live(conferenceId), REGISTERED);
  }

  /** Works an allocation out and stores nothing. */
  async trial(conferenceId: string, request: AllocationTrialRequest): Promise<AllocationTrial> {
    const criteria = criteriaOf(request);
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    if (conference.allocation !== 'fair') throw allocationNotDue(false);
    const outcomes = await this.work(conference, request.method, criteria);
    return this.views.trial(conference, outcomes, await this.groups.live(conferenceId));
  }

  /** Puts the allocation that was seen into effect, once: from then on the waiting list goes by its order. */
  async publish(
    actor: Actor,
    conferenceId: string,
    request: AllocationPublication,
  ): Promise<AllocationBoard> {
    const criteria = criteriaOf(request);
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      if (conference.allocation !== 'fair' || !REGISTERED.includes(conference.status))
        throw allocationNotDue(false);
      const outcomes = await this.work(conference, request.method, criteria);
      await this.publisher.begin(actor, conference, { method: request.method, criteria, outcomes });
      if (fingerprintOf(outcomes) !== request.fingerprint) throw allocationChanged();
      await this.publisher.publish(conference, outcomes);
    });
    return this.board(conferenceId);
  }

  private async work(
    conference: ConferenceFacts,
    method: AllocationMethod,
    criteria: readonly Criterion[],
  ): Promise<readonly AllocatedGroup[]> {
    const pending = (await this.groups.live(conference.id)).filter(({ status }) => status === 'pending');
    return allocatePlaces({
      placesLeft: conference.placesLeft,
      schoolCap: conference.schoolCap,
      method,
      criteria,
      seed: conference.id,
      groups: await this.facts.gather(conference, pending, criteria),
    });
  }
}
