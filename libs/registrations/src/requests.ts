export { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export { DayOnly, RosterPerson, RosterSave, RosterPaste } from './roster.requests';
export { OfferAnswer } from './offer.requests';
export {
  AllocationCriterion,
  AllocationPublication,
  AllocationTrialRequest,
  PlaceRulesChange,
  SchoolFactsChange,
} from './allocation.requests';
