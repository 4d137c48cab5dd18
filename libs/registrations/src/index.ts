export {
  type Group,
  GROUP_STATUS_NAMES,
  GROUP_STATUSES,
  GROUPS_PATH,
  type GroupStatus,
} from './group.contract';
export {
  type DayOnlyNeeds,
  type DroppedColumn,
  type DuplicateRows,
  type Person,
  PERSON_KINDS,
  type PersonKind,
  PHOTO_CONSENTS,
  type PhotoConsent,
  type Roster,
  ROSTER_ROWS_MAX,
  type RosterPreview,
  type RosterRow,
} from './roster.contract';
export {
  type Ticket,
  TICKET_LAYOUTS,
  TICKET_STATUSES,
  type TicketLayout,
  type TicketStatus,
} from './ticket.contract';
export type { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export type { DayOnly, RosterPerson, RosterSave, RosterPaste } from './roster.requests';
export {
  decidePlaces,
  mostPlaces,
  type PlacesDecision,
  type PlacesFacts,
  type WaitingAhead,
} from './places.rules';
export {
  fewestUsable,
  type GrantKind,
  lacks,
  type PlacesGrant,
  promoteWaitingGroups,
  type QueuedGroup,
  type WaitingListFacts,
  waitingPositions,
} from './promote-waiting-groups.rules';
export {
  type GroupOffer,
  OFFER_ANSWERS,
  OFFER_HOURS,
  OFFER_HOURS_MAX,
  OFFER_STATUSES,
  type OfferAnswerWord,
  type OfferDetails,
  OFFERS_PATH,
  type OfferStatus,
  RESTING_REASONS,
  type RestingReason,
  type Standing,
  type WaitingList,
} from './offer.contract';
export type { OfferAnswer } from './offer.requests';
export { lastOfferMoment, type ListDates, OFFER_LEAST, offerEnds } from './offer.rules';
export { explainStanding, type StandingFacts, WAITING_LIST_ORDER } from './explain-standing.rules';
export { findDuplicateRows } from './duplicate-rows.rules';
export { isUpn } from './upn.rules';
export { whichYears } from './year-groups.rules';
export { type RosterCells } from './roster-list';
export { readRoster, type RosterFacts, type RosterReading } from './read-roster.rules';
export { checkRoster, type RosterLimits } from './check-roster.rules';
export {
  ALLOCATION_METHODS,
  type AllocationBoard,
  type AllocationMethod,
  type AllocationOutcome,
  type AllocationSchool,
  type AllocationTrial,
  type Criterion,
  CRITERION_KINDS,
  CRITERION_NAMES,
  type CriterionKind,
  DISTANCE_FAVOURS,
  type DistanceFavours,
  type PlaceRules,
  type SchoolFacts,
} from './allocation.contract';
export type {
  AllocationCriterion,
  AllocationPublication,
  AllocationTrialRequest,
  PlaceRulesChange,
  SchoolFactsChange,
} from './allocation.requests';
export {
  type AllocatedGroup,
  allocatePlaces,
  type AllocationFacts,
  type PendingGroup,
  pointsOf,
} from './allocate-places.rules';
export { checkCriteria, criteriaWords, USUAL_CRITERIA } from './criteria-words.rules';
export { drawLot, fingerprintOf } from './lottery.rules';
export { distanceKm, markSchool, type SchoolMarks } from './mark-school.rules';
