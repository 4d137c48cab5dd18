import { type Clock, newId } from '@lectern/core';
import type { OfferStatus, RestingReason } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupsRepository } from './groups.repository';
import { OffersRepository } from './offers.repository';
import type { PlaceOfferEntity } from './place-offer.entity';
import { PlacesPost } from './places-post';

/** Why an open offer gives its places back. */
export type OfferEnd = Exclude<OfferStatus, 'open' | 'accepted'>;

/**
 * Makes, grows and ends offers of places, under the event's lock. An open offer's places are counted with those given,
 * so that rule 1 holds for both together; whoever ends an offer here gives them back.
 */
@Injectable()
export class OfferBook {
  constructor(
    private readonly offers: OffersRepository,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly post: PlacesPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Offers places to a group; its link goes out in the letter, and only the link's hash is kept. */
  async make(
    conference: ConferenceFacts,
    group: GroupEntity,
    places: number,
    expiresAt: Date,
  ): Promise<void> {
    const token = newToken();
    const offer: PlaceOfferEntity = {
      id: newId(),
      conferenceId: conference.id,
      groupId: group.id,
      places,
      tokenHash: hashToken(token),
      status: 'open',
      openKey: group.id,
      madeAt: this.clock.now(),
      expiresAt,
      settledAt: null,
      settledBy: null,
    };
    await this.places.give(conference.id, places);
    await this.offers.insert(offer);
    await this.post.offered(conference, group, offer, token);
    await this.note('group.offered-places', group.id, { places, offerId: offer.id });
  }

  /** Adds places to the group's open offer; the time to answer stays. */
  async grow(conference: ConferenceFacts, group: GroupEntity, more: number): Promise<void> {
    const offer = await this.offers.openOf(group.id);
    if (!offer) throw new Error('Only an open offer grows.');
    const places = offer.places + more;
    await this.places.give(conference.id, more);
    await this.offers.resize(offer.id, places);
    await this.post.grown(conference, group, { places, expiresAt: offer.expiresAt });
    await this.note('group.offer-grown', group.id, { places, offerId: offer.id });
  }

  /** Ends an open offer and gives its places back; says whether it was still open. */
  async end(offer: PlaceOfferEntity, how: OfferEnd, by: string | null = null): Promise<boolean> {
    if ((await this.offers.settle(offer.id, how, this.clock.now(), by)) === 0) return false;
    await this.places.give(offer.conferenceId, -offer.places);
    await this.note(`group.offer-${how}`, offer.groupId, { places: offer.places, offerId: offer.id });
    return true;
  }

  /** Makes the places of an open offer the group's own: they were counted already, so nothing is given. */
  async accept(offer: PlaceOfferEntity, by: string | null): Promise<boolean> {
    if ((await this.offers.settle(offer.id, 'accepted', this.clock.now(), by)) === 0) return false;
    await this.note('group.offer-accepted', offer.groupId, { places: offer.places, offerId: offer.id });
    return true;
  }

  /** The school does not want the offer: its places are free again, and its group rests. */
  async decline(
    conference: ConferenceFacts,
    group: GroupEntity,
    offer: PlaceOfferEntity,
    by: string | null,
  ): Promise<boolean> {
    if (!(await this.end(offer, 'declined', by))) return false;
    await this.rest(offer, 'declined');
    await this.post.declined(conference, group, offer.places);
    return true;
  }

  /** Ends the offers whose time is over; their groups rest until their schools ask again. */
  async expire(conference: ConferenceFacts, now: Date): Promise<void> {
    for (const offer of await this.offers.open(conference.id)) {
      if (offer.expiresAt > now || !(await this.end(offer, 'expired'))) continue;
      await this.rest(offer, 'expired');
      const group = await this.groups.current(offer.groupId);
      if (group) await this.post.expired(conference, group, offer.places);
    }
  }

  /** The group is off the list until its school asks again; else it would be offered the same places for ever. */
  rest(offer: PlaceOfferEntity, why: RestingReason): Promise<void> {
    return this.groups.update(offer.groupId, { resting: why, updatedAt: this.clock.now() });
  }

  async withdrawAll(conferenceId: string): Promise<void> {
    await this.places.lock(conferenceId);
    for (const offer of await this.offers.open(conferenceId)) await this.end(offer, 'withdrawn');
  }

  /** Takes a group's open offer back, if it has one: it is cancelled, or the offer fits it no more. */
  async withdraw(groupId: string): Promise<void> {
    const offer = await this.offers.openOf(groupId);
    if (offer) await this.end(offer, 'withdrawn');
  }

  /** Fits a group's open offer to what it wants now: smaller when it wants fewer, withdrawn when it needs more. */
  async fit(groupId: string, most: number, minimum: number): Promise<void> {
    const offer = await this.offers.openOf(groupId);
    if (!offer) return;
    const places = Math.min(offer.places, most);
    if (places < minimum) await this.end(offer, 'withdrawn');
    else if (places < offer.places) {
      await this.offers.resize(offer.id, places);
      await this.places.give(offer.conferenceId, places - offer.places);
    }
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'group', objectId, details });
  }
}
