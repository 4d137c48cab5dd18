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
  type PlacesGrant,
  promoteWaitingGroups,
  type QueuedGroup,
  type WaitingListFacts,
  waitingPositions,
} from './promote-waiting-groups.rules';
export { findDuplicateRows } from './duplicate-rows.rules';
export { isUpn } from './upn.rules';
export { whichYears } from './year-groups.rules';
export { type RosterCells } from './roster-list';
export { readRoster, type RosterFacts, type RosterReading } from './read-roster.rules';
export { checkRoster, type RosterLimits } from './check-roster.rules';
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
