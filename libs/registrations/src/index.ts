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
  type PersonFacts,
  type PersonKind,
  PHOTO_CONSENTS,
  type PhotoConsent,
  type Roster,
  ROSTER_ROWS_MAX,
  type RosterPreview,
  type RosterRow,
  type Substitution,
} from './roster.contract';
export {
  type Ticket,
  TICKET_ENDS,
  TICKET_LAYOUTS,
  TICKET_STATUSES,
  type TicketEnd,
  type TicketLayout,
  type TicketStatus,
} from './ticket.contract';
export type { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export {
  ROSTER_SETTINGS,
  type RosterOverride,
  type RosterSettings,
  type RosterTerms,
} from './roster-settings.contract';
export type {
  DayOnly,
  NeedsChange,
  RosterPerson,
  RosterSave,
  RosterPaste,
  SubstitutionRequest,
} from './roster.requests';
export type { RosterOpening, RosterSettingsChange } from './roster-settings.requests';
export { readBirthDate } from './birth-date.rules';
export { goesAt, mayBePhotographed, type PhotoConsentFacts, photoConsentEndsAt } from './keeping.rules';
export {
  decideRosterStep,
  isRosterLocked,
  type RosterLockDecision,
  type RosterLockFacts,
  type RosterStep,
} from './roster-lock.rules';
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
  allocateSessions,
  type GroupAllocation,
  type GroupToPlace,
  type SeatsHeld,
  type SessionFacts,
  type SessionPart,
  type SessionSeats,
  type SlotAllocation,
  type SlotToFill,
} from './allocate-sessions.rules';
export { choiceInWords, partsInWords, peopleInWords } from './session-reasons.rules';
export type { GroupPackState, GroupVisitPack, PackAcknowledgement } from './pack-acknowledgement.contract';
export type { PackAcknowledgementRequest } from './pack-acknowledgement.requests';
export { isPackDue } from './pack-acknowledgement.rules';
export type { CalendarFeed, GroupNeeds } from './group-needs.contract';
export { countNeeds } from './group-needs.rules';
export {
  checkLabelSheet,
  LABEL_INSET,
  LABEL_PAGE,
  LABEL_SHEET_NAMES,
  LABEL_SHEETS,
  labelCodeSide,
  type LabelSheet,
  type LabelSheetName,
  labelPlace,
  labelsOnSheet,
  SMALLEST_MODULE,
  TICKET_CODE_MODULES,
} from './label-sheet.rules';
export { LABEL_MEASURES, readTicketPrint, type TicketPrint } from './ticket-print.rules';
