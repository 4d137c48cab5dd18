export { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export { DayOnly, RosterPerson, RosterSave, RosterPaste } from './roster.requests';
export {
  SessionChoicesRequest,
  SessionPlacementRequest,
  SessionPlanPublication,
  SessionPlanRequest,
  SlotWish,
} from './group-sessions.requests';
