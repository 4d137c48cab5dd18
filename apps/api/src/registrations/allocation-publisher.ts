import type { Clock } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { AllocatedGroup, AllocationMethod, Criterion } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { AllocationRepository } from './allocation.repository';
import { allocationNotDue } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlacesGiver } from './places-giver';
import { PlacesPost } from './places-post';

interface Decided {
  readonly method: AllocationMethod;
  readonly criteria: readonly Criterion[];
  readonly outcomes: readonly AllocatedGroup[];
}

/** Puts an allocation into effect: mark, places, queue, reasons and letters together, under the event's lock. */
@Injectable()
export class AllocationPublisher {
  constructor(
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly rules: PlaceRulesRepository,
    private readonly allocations: AllocationRepository,
    private readonly giver: PlacesGiver,
    private readonly post: PlacesPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Marks the conference as allocated, with what it went by; refuses when it was done before. */
  async begin(actor: Actor, conference: ConferenceFacts, decided: Decided): Promise<void> {
    const { criteria, method, outcomes } = decided;
    const conferenceId = conference.id;
    if (await this.rules.isAllocated(conferenceId)) throw allocationNotDue(true);
    await this.rules.save({
      conferenceId,
      offerHours: await this.rules.offerHours(conferenceId),
      method,
      criteria: JSON.stringify(criteria),
      changedBy: actor.accountId,
      changedAt: this.clock.now(),
    });
    const marked = await this.rules.markAllocated(
      conferenceId,
      conference.id,
      actor.accountId,
      this.clock.now(),
    );
    if (marked === 0) throw allocationNotDue(true);
    await this.audit.record({
      action: 'conference.places-allocated',
      objectKind: 'conference',
      objectId: conferenceId,
      details: {
        seed: conference.id,
        method,
        criteria,
        groups: outcomes.length,
        places: outcomes.reduce((sum, { places }) => sum + places, 0),
      },
    });
  }

  /** In the order of the allocation, so that the waiting list goes by it from now on. */
  async publish(conference: ConferenceFacts, outcomes: readonly AllocatedGroup[]): Promise<void> {
    if (outcomes.length === 0) return;
    await this.allocations.insert(
      outcomes.map(({ id, rank, score, places, reason }) => ({
        groupId: id,
        conferenceId: conference.id,
        rankNumber: rank,
        points: score,
        places,
        reason,
      })),
    );
    for (const { id, places, reason } of outcomes) {
      const group = await this.groups.current(id);
      if (!group) continue;
      const queueNumber = await this.places.nextInQueue(conference.id);
      await this.groups.update(id, { status: 'waiting', queueNumber, updatedAt: this.clock.now() });
      await this.places.give(conference.id, places);
      const now = places > 0 ? await this.giver.confirm(group, places) : group;
      await this.post.allocated(conference, now, reason);
    }
  }
}
