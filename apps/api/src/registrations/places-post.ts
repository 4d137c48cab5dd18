import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import type { Letter } from '../notifications/letter';
import { LetterKinds } from '../notifications/letter-kinds';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupPost } from './group-post';
import {
  acceptedOfferLetter,
  allocatedLetter,
  declinedOfferLetter,
  expiredOfferLetter,
  grownOfferLetter,
  morePlacesLetter,
  notAllocatedLetter,
  offerLetter,
  type OfferLetterFacts,
  type PlacesLetterFacts,
} from './places.letters';

/** The group that a letter goes to, as it is after the change. */
export type PostedGroup = Pick<GroupEntity, 'id' | 'schoolUrn' | 'pupilsWanted' | 'places'>;

const EXAMPLE: OfferLetterFacts = {
  title: 'Maths in motion',
  startsAt: new Date('2027-03-09T09:30:00Z'),
  venueName: 'The Arden Building',
  finalNumbersAt: new Date('2027-03-02T17:00:00Z'),
  wanted: 30,
  places: 24,
  placesInAll: 24,
  groupUrl: 'https://lectern.example/groups/example',
  expiresAt: new Date('2027-02-03T09:00:00Z'),
  offerUrl: 'https://lectern.example/offer/example',
};
const REASON = '85 points, 2nd of 9.';

const KINDS: readonly (readonly [kind: string, title: string, letter: Letter])[] = [
  ['places.offered', 'Places are offered to a waiting group', offerLetter(EXAMPLE)],
  ['places.offer-grown', 'An open offer grows', grownOfferLetter(EXAMPLE)],
  ['places.offer-expired', 'An offer was not answered in time', expiredOfferLetter(EXAMPLE)],
  ['places.offer-declined', 'A school declines an offer', declinedOfferLetter(EXAMPLE)],
  ['places.offer-accepted', 'A school accepts an offer', acceptedOfferLetter(EXAMPLE)],
  ['places.given', 'A confirmed group gets places it still wanted', morePlacesLetter(EXAMPLE)],
  ['places.allocated', 'A fair allocation gives a group places', allocatedLetter(EXAMPLE, REASON)],
  ['places.not-allocated', 'A fair allocation lets a group wait', notAllocatedLetter(EXAMPLE, REASON)],
];

/** Writes to schools about their places, inside the unit of work that changes them. */
@Injectable()
export class PlacesPost implements OnModuleInit {
  constructor(
    private readonly post: GroupPost,
    private readonly kinds: LetterKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...KINDS.map(([kind, title, letter]) => ({ kind, title, example: () => letter })));
  }

  offered(conference: ConferenceFacts, group: PostedGroup, offer: Held, token: string): Promise<void> {
    const offerUrl = `${this.config.url}/offer/${token}`;
    const facts = { ...this.facts(conference, group, offer.places), expiresAt: offer.expiresAt, offerUrl };
    return this.post.tell(group, 'places.offered', offerLetter(facts));
  }

  grown(conference: ConferenceFacts, group: PostedGroup, offer: Held): Promise<void> {
    const facts = this.facts(conference, group, offer.places);
    const letter = grownOfferLetter({ ...facts, expiresAt: offer.expiresAt, offerUrl: facts.groupUrl });
    return this.post.tell(group, 'places.offer-grown', letter);
  }

  expired(conference: ConferenceFacts, group: PostedGroup, places: number): Promise<void> {
    const facts = this.facts(conference, group, places);
    return this.post.tell(group, 'places.offer-expired', expiredOfferLetter(facts));
  }

  declined(conference: ConferenceFacts, group: PostedGroup, places: number): Promise<void> {
    const facts = this.facts(conference, group, places);
    return this.post.tell(group, 'places.offer-declined', declinedOfferLetter(facts));
  }

  accepted(conference: ConferenceFacts, group: PostedGroup, places: number): Promise<void> {
    const facts = this.facts(conference, group, places);
    return this.post.tell(group, 'places.offer-accepted', acceptedOfferLetter(facts));
  }

  given(conference: ConferenceFacts, group: PostedGroup, places: number): Promise<void> {
    return this.post.tell(group, 'places.given', morePlacesLetter(this.facts(conference, group, places)));
  }

  /** What a fair allocation decided for the group. */
  allocated(conference: ConferenceFacts, group: PostedGroup, reason: string): Promise<void> {
    const facts = this.facts(conference, group, group.places);
    return group.places > 0
      ? this.post.tell(group, 'places.allocated', allocatedLetter(facts, reason))
      : this.post.tell(group, 'places.not-allocated', notAllocatedLetter(facts, reason));
  }

  private facts(conference: ConferenceFacts, group: PostedGroup, places: number): PlacesLetterFacts {
    return {
      title: conference.title,
      startsAt: conference.startsAt,
      venueName: conference.venueName,
      finalNumbersAt: conference.finalNumbersAt,
      wanted: group.pupilsWanted,
      places,
      placesInAll: group.places,
      groupUrl: `${this.config.url}/groups/${group.id}`,
    };
  }
}

interface Held {
  readonly places: number;
  readonly expiresAt: Date;
}
