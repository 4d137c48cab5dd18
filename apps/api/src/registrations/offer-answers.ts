import type { Clock } from '@lectern/core';
import type { OfferAnswerWord } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { offerOver } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { OfferBook } from './offer-book';
import { OffersRepository } from './offers.repository';
import type { PlaceOfferEntity } from './place-offer.entity';
import { PlacesGiver } from './places-giver';
import { WaitingListService } from './waiting-list.service';

/** Takes what a school says to an offer, by its link or signed in: once, in time, and under the event's lock. */
@Injectable()
export class OfferAnswers {
  constructor(
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly offers: OffersRepository,
    private readonly book: OfferBook,
    private readonly giver: PlacesGiver,
    private readonly waitingList: WaitingListService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `by` is the account that answers; null when the link does. */
  async take(
    { id, conferenceId, groupId }: Pick<PlaceOfferEntity, 'id' | 'conferenceId' | 'groupId'>,
    answer: OfferAnswerWord,
    by: string | null,
  ): Promise<void> {
    const conference = await this.places.lock(conferenceId);
    const offer = await this.offers.find(id);
    const group = await this.groups.current(groupId);
    if (!offer || !group || offer.status !== 'open') throw offerOver(offer?.status);
    if (offer.expiresAt <= this.clock.now()) throw offerOver('expired');
    if (answer === 'accept') {
      if (!(await this.giver.accept(conference, group, offer, by))) throw offerOver(undefined);
      return;
    }
    if (!(await this.book.decline(conference, group, offer, by))) throw offerOver(undefined);
    await this.waitingList.promote(conferenceId);
  }
}
