export { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export { OfferAnswer } from './offer.requests';
export {
  DayOnly,
  NeedsChange,
  RosterPerson,
  RosterSave,
  RosterPaste,
  SubstitutionRequest,
} from './roster.requests';
export { RosterOpening, RosterSettingsChange } from './roster-settings.requests';
export { SuccessionRequest } from './succession.requests';
export {
  SessionChoicesRequest,
  SessionPlacementRequest,
  SessionPlanPublication,
  SessionPlanRequest,
  SlotWish,
} from './group-sessions.requests';
export { PackAcknowledgementRequest } from './pack-acknowledgement.requests';
