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
export type {
  CheckpointRequest,
  DevicePairingRequest,
  DeviceRequest,
  ScanOverride,
  ScanRequest,
  ScanBatch,
} from './check-in.requests';
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
  type ScanVerdict,
  type TicketFacts,
} from './decide-scan.rules';
export {
  type Admission,
  type FoldableScan,
  type FoldedScans,
  foldScans,
  type ScanConflict,
} from './fold-scans.rules';
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
