export {
  type Admits,
  ADMITS,
  type ArrivalCount,
  type Attendance,
  CHECK_IN_PATH,
  type ConferenceSummary,
  type DoorCount,
  type Checkpoint,
  type CheckpointAttendance,
  type CheckpointSession,
  type Device,
  DEVICE_ROLES,
  type DevicePairing,
  type DeviceRole,
  type Direction,
  DIRECTIONS,
  type PairedDevice,
  REFUSAL_REASONS,
  type RefusalReason,
  type RosterChanges,
  type RosterEntry,
  SCAN_OUTCOMES,
  type ScannedTicket,
  type ScanOutcome,
  type ScanResult,
  type ScanResults,
  SCANS_MAX,
  type SchoolAttendance,
  TICKET_FLAGS,
  type TicketFlag,
} from './check-in.contract';
export {
  type AdmissionChanges,
  type AdmissionEntry,
  type Annulment,
  type Conflict,
  type ConflictSide,
  type DeviceReport,
  type DoorGroup,
  type DoorPlacement,
  type DoorResults,
  type DoorState,
  MISSING_OUTCOMES,
  type MissingProcedure,
  type MissingStep,
  type MissingOutcome,
  type MissingPupil,
  type MissingPupilStep,
  type RefusedScan,
  type Roll,
  type RollPerson,
  type RollSchool,
  type RollState,
} from './door.contract';
export type {
  AnnulmentRequest,
  ContactRequest,
  CheckpointRequest,
  DevicePairingRequest,
  DayEndRequest,
  DeviceRequest,
  ScanOverride,
  ScanRequest,
  ScanBatch,
  PartyArrivalRequest,
  SettlementRequest,
} from './check-in.requests';
export type {
  MissingProcedureRequest,
  MissingPupilClosureRequest,
  MissingPupilRequest,
  MissingPupilStepRequest,
} from './desk.requests';
export { elapsedWords, MISSING_OUTCOME_WORDS, MISSING_PROCEDURE } from './missing-pupil.rules';
export {
  PROCEDURE_TEXT_MAX,
  type ProcedureProblem,
  procedureText,
  readProcedure,
} from './missing-procedure.rules';
export type { DoorSubstitutionRequest, DoorWalkInRequest } from './door-people.requests';
export { decodeCrockford, encodeCrockford } from './crockford';
export { type CorrectedTime, correctScanTime } from './clock-skew.rules';
export {
  type AdmissionFacts,
  type CheckpointFacts,
  decideScan,
  type NoTicketReason,
  type Overridable,
  OVERRIDABLE,
  type ScanFacts,
  type SessionFacts,
  type ScanVerdict,
  type TicketFacts,
} from './decide-scan.rules';
export {
  addScan,
  type Admission,
  type FoldableScan,
  type FoldedScans,
  foldScans,
  isCounted,
  type ScanConflict,
} from './fold-scans.rules';
export { PARTY_CODE_LENGTH, type PartyCode, partyCodeMessage, writePartyCode } from './party-code.rules';
export { type FoldedPlace, letInBy, type SettledScan, settleScan, type ShownScan } from './settle-scan.rules';
export {
  callRoll,
  type RollAdmission,
  rollByRoom,
  type RollRoom,
  type RollTicket,
  whereIs,
} from './roll.rules';
export {
  type GroupAtDoor,
  placeName,
  SESSION_DOOR_OPENS_BEFORE,
  type SessionCheckpoint,
  sessionCheckpointsOf,
  sessionsAt,
  whereGroupBelongs,
} from './session-checkpoints.rules';
export {
  drawShortCode,
  formatShortCode,
  readShortCode,
  SHORT_CODE_LENGTH,
  type ShortCodeReading,
} from './short-code.rules';
export {
  readTicketCode,
  type TicketCode,
  TICKET_CODE_LENGTH,
  type TicketCodeReading,
  ticketCodeMessage,
  writeTicketCode,
} from './ticket-code.rules';
export { type VerdictCircumstances, verdictMessage, verdictWords, type VerdictWords } from './verdict-words';
export {
  NAME_LETTERS_MIN,
  NAMES_FOUND_MAX,
  type RosterSearch,
  searchablePerson,
  type SearchablePerson,
  searchRoster,
} from './search-roster.rules';
export { mayUndo, UNDO_MINUTES } from './undo.rules';
