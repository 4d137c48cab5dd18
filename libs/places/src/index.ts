export {
  decidePlaces,
  decidePlacesAcross,
  mostPlaces,
  type PlacesDecision,
  type PlacesFacts,
  type PoolPlacesFacts,
} from './places.rules';
export {
  fewestUsable,
  type GrantKind,
  lacks,
  type PlacesGrant,
  type PoolWaitingListFacts,
  promoteAcross,
  promoteWaitingGroups,
  type QueuedGroup,
  waitingPositions,
  type WaitingListFacts,
} from './promote-waiting-groups.rules';
export {
  type InPools,
  leftInAll,
  type PoolsLeft,
  type Served,
  serveInOrder,
  type WaitingAhead,
} from './serve-in-order.rules';
export { lastOfferMoment, type ListDates, OFFER_LEAST, offerEnds } from './offer.rules';
