export {
  GROUPS_PATH,
  GROUP_STATUSES,
  GROUP_STATUS_NAMES,
  type Group,
  type GroupStatus,
} from './group.contract';
export {
  type DayOnlyNeeds,
  type DroppedColumn,
  type DuplicateRows,
  PERSON_KINDS,
  PHOTO_CONSENTS,
  type Person,
  type PersonFacts,
  type PersonKind,
  type PhotoConsent,
  ROSTER_ROWS_MAX,
  type Roster,
  type RosterPreview,
  type RosterRow,
  type Substitution,
} from './roster.contract';
export {
  TICKET_ENDS,
  TICKET_LAYOUTS,
  TICKET_STATUSES,
  type Ticket,
  type TicketEnd,
  type TicketLayout,
  type TicketStatus,
} from './ticket.contract';
export type { GroupCancellation, GroupChange, GroupRequest, VisitLeader } from './group.requests';
export {
  ROSTER_SETTINGS,
  type RosterOverride,
  type RosterSettings,
  type RosterTerms,
} from './roster-settings.contract';
export type {
  DayOnly,
  NeedsChange,
  RosterPaste,
  RosterPerson,
  RosterSave,
  SubstitutionRequest,
} from './roster.requests';
export type { RosterOpening, RosterSettingsChange } from './roster-settings.requests';
export type { WalkIn } from './walk-in.contract';
export type { WalkInRequest } from './walk-in.requests';
export { decideWalkIn, pupilsOverPlaces, type WalkInDecision, type WalkInFacts } from './walk-in.rules';
export { readBirthDate } from './birth-date.rules';
export { type PhotoConsentFacts, goesAt, mayBePhotographed, photoConsentEndsAt } from './keeping.rules';
export {
  type RosterLockDecision,
  type RosterLockFacts,
  type RosterStep,
  decideRosterStep,
  isRosterLocked,
} from './roster-lock.rules';
export {
  type PlacesDecision,
  type PlacesFacts,
  type WaitingAhead,
  decidePlaces,
  mostPlaces,
  type GrantKind,
  type PlacesGrant,
  type QueuedGroup,
  type WaitingListFacts,
  fewestUsable,
  lacks,
  promoteWaitingGroups,
  waitingPositions,
} from '@lectern/places';
export {
  type GroupOffer,
  OFFERS_PATH,
  OFFER_ANSWERS,
  OFFER_HOURS,
  OFFER_HOURS_MAX,
  OFFER_STATUSES,
  type OfferAnswerWord,
  type OfferDetails,
  type OfferStatus,
  RESTING_REASONS,
  type RestingReason,
  type Standing,
  type WaitingList,
} from './offer.contract';
export type { OfferAnswer } from './offer.requests';
export { type ListDates, OFFER_LEAST, lastOfferMoment, offerEnds } from '@lectern/places';
export { type StandingFacts, WAITING_LIST_ORDER, explainStanding } from './explain-standing.rules';
export { findDuplicateRows } from './duplicate-rows.rules';
export { isUpn } from './upn.rules';
export { whichYears } from './year-groups.rules';
export type { RosterCells } from './roster-list';
export { type RosterFacts, type RosterReading, readRoster } from './read-roster.rules';
export { type RosterLimits, checkRoster } from './check-roster.rules';
export {
  CLOSED_SCHOOLS_PATH,
  type ClosedSchool,
  type GroupLeftBehind,
  type NamedSchool,
  type SuccessionReport,
} from './succession.contract';
export type { SuccessionRequest } from './succession.requests';
export {
  type BoardGroup,
  type BoardSession,
  type BoardSlot,
  type GroupSessions,
  type PlannedGroup,
  type PlannedPart,
  type PlannedSlot,
  SESSION_CHOICES_MAX,
  type SessionBoard,
  type SessionOffer,
  type SessionPlacement,
  type SessionPlan,
  type SlotChoice,
  type TimetableEntry,
} from './group-sessions.contract';
export type {
  SessionChoicesRequest,
  SessionPlacementRequest,
  SessionPlanPublication,
  SessionPlanRequest,
  SlotWish,
} from './group-sessions.requests';
export {
  type GroupAllocation,
  type GroupToPlace,
  type SeatsHeld,
  type SessionFacts,
  type SessionPart,
  type SessionSeats,
  type SlotAllocation,
  type SlotToFill,
  allocateSessions,
} from './allocate-sessions.rules';
export { choiceInWords, partsInWords, peopleInWords } from './session-reasons.rules';
export type { GroupPackState, GroupVisitPack, PackAcknowledgement } from './pack-acknowledgement.contract';
export type { PackAcknowledgementRequest } from './pack-acknowledgement.requests';
export { isPackDue } from './pack-acknowledgement.rules';
export type { CalendarFeed, GroupNeeds } from './group-needs.contract';
export { countNeeds } from './group-needs.rules';
export {
  LABEL_INSET,
  LABEL_PAGE,
  LABEL_SHEETS,
  LABEL_SHEET_NAMES,
  type LabelSheet,
  type LabelSheetName,
  SMALLEST_MODULE,
  TICKET_CODE_MODULES,
  checkLabelSheet,
  labelCodeSide,
  labelPlace,
  labelsOnSheet,
} from './label-sheet.rules';
export { LABEL_MEASURES, type TicketPrint, readTicketPrint } from './ticket-print.rules';
export {
  ALLOCATION_METHODS,
  type AllocationBoard,
  type AllocationMethod,
  type AllocationOutcome,
  type AllocationSchool,
  type AllocationTrial,
  CRITERION_KINDS,
  CRITERION_NAMES,
  type Criterion,
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
  type AllocationFacts,
  type PendingGroup,
  allocatePlaces,
  pointsOf,
} from './allocate-places.rules';
export { USUAL_CRITERIA, checkCriteria, criteriaWords } from './criteria-words.rules';
export { drawLot, fingerprintOf } from './lottery.rules';
export { type SchoolMarks, distanceKm, markSchool } from './mark-school.rules';
