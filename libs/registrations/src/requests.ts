export { VisitLeader, GroupRequest, GroupChange, GroupCancellation } from './group.requests';
export { DayOnly, RosterPerson, RosterSave, RosterPaste } from './roster.requests';
export { PackAcknowledgementRequest } from './pack-acknowledgement.requests';
