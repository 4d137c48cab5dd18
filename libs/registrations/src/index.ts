export {
  type Group,
  GROUP_STATUS_NAMES,
  GROUP_STATUSES,
  GROUPS_PATH,
  type GroupStatus,
} from './group.contract';
export {
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
