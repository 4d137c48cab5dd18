import {
  decidePlaces,
  type PlacesDecision,
  promoteWaitingGroups,
  type QueuedGroup,
  waitingPositions,
} from '@lectern/places';
import { keepsPlaces, type PresenterOfferStatus } from './offer-lifecycle.rules';

/** An offer for one session, as its standby list sees it. */
export interface StandingOffer {
  readonly id: string;
  readonly status: PresenterOfferStatus;
  /** People in the team. */
  readonly people: number;
  /** ISO 8601. */
  readonly offeredAt: string;
}

/** By the date offered, then by id, so that two of the same moment always stand alike. */
const inOrder = (offers: readonly StandingOffer[]): StandingOffer[] =>
  [...offers].sort(
    (a, b) => Date.parse(a.offeredAt) - Date.parse(b.offeredAt) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );

// Less than the whole team is of no use to it: it wants, and needs, as many places as it has people.
const queueOf = (offers: readonly StandingOffer[]): QueuedGroup[] =>
  inOrder(offers.filter(({ status }) => status === 'standby')).map(({ id, people }, sequence) => ({
    id,
    wanted: people,
    minimum: people,
    places: 0,
    held: 0,
    sequence,
  }));

/** Places among the presenters that nobody keeps; below nothing when staff want fewer than they did. */
export const presenterPlacesLeft = (presentersWanted: number, offers: readonly StandingOffer[]): number =>
  offers
    .filter(({ status }) => keepsPlaces(status))
    .reduce((left, { people }) => left - people, presentersWanted);

export type OfferPlacing = { readonly status: 'offered' | 'standby' } | { readonly status: 'refused' };

/**
 * Where a new offer stands: with a mentor while there is room for the whole team and nobody on standby could use it,
 * otherwise on standby. Refused when the team is larger than the session wants presenters at all.
 */
export const placeOffer = (
  presentersWanted: number,
  people: number,
  offers: readonly StandingOffer[],
): OfferPlacing => {
  const decision: PlacesDecision = decidePlaces(
    {
      placesLeft: presenterPlacesLeft(presentersWanted, offers),
      schoolCap: presentersWanted,
      wanted: people,
      minimum: people,
      waitingAhead: queueOf(offers).map(({ wanted, minimum }) => ({ lacks: wanted, minimum })),
    },
    'first-come',
  );
  if (decision.status === 'refused') return { status: 'refused' };
  return { status: decision.status === 'confirmed' ? 'offered' : 'standby' };
};

/** The standby offers that move up now that places are free, in order; a team moves up whole or is passed by. */
export const promoteStandby = (
  presentersWanted: number,
  offers: readonly StandingOffer[],
): readonly string[] =>
  promoteWaitingGroups({
    placesLeft: presenterPlacesLeft(presentersWanted, offers),
    schoolCap: presentersWanted,
    groups: queueOf(offers),
  }).map(({ id }) => id);

/** Where each standby offer stands, first is 1. */
export const standbyPositions = (offers: readonly StandingOffer[]): ReadonlyMap<string, number> =>
  waitingPositions(queueOf(offers));
