import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupsRepository } from './groups.repository';
import { OfferBook } from './offer-book';
import type { PlaceOfferEntity } from './place-offer.entity';
import { PlacesPost } from './places-post';
import { TicketsService } from './tickets.service';

/** Makes places a group's own, with its tickets; under the event's lock. */
@Injectable()
export class PlacesGiver {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    private readonly book: OfferBook,
    private readonly tickets: TicketsService,
    private readonly post: PlacesPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives a confirmed group places that it still wanted, at once: it has said that it comes. */
  async more(conference: ConferenceFacts, group: GroupEntity, count: number, isTold = false): Promise<void> {
    await this.places.give(conference.id, count);
    const now = await this.confirm(group, group.places + count);
    if (!isTold) await this.post.given(conference, now, count);
    await this.audit.record({
      action: 'group.given-places',
      objectKind: 'group',
      objectId: group.id,
      details: { places: count },
    });
  }

  /** Turns an open offer into places of the group's own; says whether it was still open. */
  async accept(
    conference: ConferenceFacts,
    group: GroupEntity,
    offer: PlaceOfferEntity,
    by: string | null,
  ): Promise<boolean> {
    if (!(await this.book.accept(offer, by))) return false;
    await this.post.accepted(
      conference,
      await this.confirm(group, group.places + offer.places),
      offer.places,
    );
    return true;
  }

  /** Makes the group a confirmed one with so many places; they are counted as given already. */
  async confirm(group: GroupEntity, places: number): Promise<GroupEntity> {
    const change = { status: 'confirmed', places, resting: null, updatedAt: this.clock.now() };
    await this.groups.update(group.id, change);
    await this.tickets.issueMissing(group.id);
    return { ...group, ...change };
  }
}
