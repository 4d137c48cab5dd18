export const OFFERS_PATH = 'offers';

/** Hours that an offer of places stands when a conference does not say. */
export const OFFER_HOURS = 48;
export const OFFER_HOURS_MAX = 336;

/**
 * `open` holds its places; `accepted` made them the group's own; `declined`, `expired` (not answered in time) and
 * `withdrawn` (the group or the conference changed) gave them back.
 */
export const OFFER_STATUSES = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

export const OFFER_ANSWERS = ['accept', 'decline'] as const;
export type OfferAnswerWord = (typeof OFFER_ANSWERS)[number];

/** An open offer of places, as its group shows it. */
export interface GroupOffer {
  readonly places: number;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** Why a waiting group is off the list until its school asks again. */
export const RESTING_REASONS = ['declined', 'expired'] as const;
export type RestingReason = (typeof RESTING_REASONS)[number];

/** What the link of an offer shows, without signing in: what is offered, until when, and what became of it. */
export interface OfferDetails {
  readonly status: OfferStatus;
  readonly places: number;
  readonly expiresAt: string;
  readonly pupilsWanted: number;
  readonly schoolName: string;
  readonly conference: {
    readonly slug: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly venueName: string;
    readonly finalNumbersAt: string;
  };
}

/** Why one group stands where it does on the waiting list; for staff. */
export interface Standing {
  readonly groupId: string;
  readonly school: { readonly urn: string; readonly name: string; readonly town: string };
  /** 1 is first; null when it is off the list, or its offer holds all that it wants. */
  readonly position: number | null;
  readonly places: number;
  readonly pupilsWanted: number;
  /** The fewest places it can use now. */
  readonly needs: number;
  readonly offer: GroupOffer | null;
  readonly resting: RestingReason | null;
  /** Why it stands there, in one or two sentences. */
  readonly words: string;
}

/** The waiting list of a conference as staff see it. */
export interface WaitingList {
  readonly placesFree: number;
  /** Places held by open offers. */
  readonly placesHeld: number;
  readonly offerHours: number;
  /** The last moment at which places are offered. */
  readonly listEndsAt: string;
  readonly items: readonly Standing[];
}
