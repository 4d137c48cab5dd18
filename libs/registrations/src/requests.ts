export { GroupCancellation, GroupChange, GroupRequest, VisitLeader } from './group.requests';
export { OfferAnswer } from './offer.requests';
export {
  DayOnly,
  NeedsChange,
  RosterPaste,
  RosterPerson,
  RosterSave,
  SubstitutionRequest,
} from './roster.requests';
export { RosterOpening, RosterSettingsChange } from './roster-settings.requests';
export { NewcomerName, WalkInRequest } from './walk-in.requests';
export { SuccessionRequest } from './succession.requests';
export {
  SessionChoicesRequest,
  SessionPlacementRequest,
  SessionPlanPublication,
  SessionPlanRequest,
  SlotWish,
} from './group-sessions.requests';
export { PackAcknowledgementRequest } from './pack-acknowledgement.requests';
export {
  AllocationCriterion,
  AllocationPublication,
  AllocationTrialRequest,
  PlaceRulesChange,
  SchoolFactsChange,
} from './allocation.requests';
