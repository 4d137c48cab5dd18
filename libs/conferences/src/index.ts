export {
  CONFERENCE_STATE_NAMES,
  CONFERENCE_STATES,
  CONFERENCE_TRANSITIONS,
  type ConferenceState,
  isPublic,
  mayBecome,
} from './lifecycle.rules';
export {
  adviseSupervision,
  adviseSupervisionByYear,
  checkSupervisionBands,
  mostCareful,
  type Supervision,
  type SupervisionAdvice,
} from './supervision.rules';
export { copyDates, copyTitle, moveWithStart, startAgain } from './copy-conference.rules';
export { checkConferenceDates, type ConferenceDates } from './conference-dates.rules';
export { slugOf } from './slug.rules';
export {
  type Allocation,
  ALLOCATIONS,
  type Conference,
  CONFERENCES_PATH,
  PUPILS_PER_ADULT,
  type SupervisionBand,
  YEAR_GROUPS,
  type YearGroup,
} from './conference.contract';
export {
  type Grouping,
  GROUPING_NAMES,
  GROUPINGS,
  type Programme,
  PROGRAMME_LIMITS,
  PROGRAMME_PATH,
  type ProgrammeRoom,
  type ProgrammeSession,
  type ProgrammeSlot,
  type ProgrammeSpeaker,
  type ProgrammeStrand,
  ROOM_CAPACITY_MAX,
  SPEAKER_KIND_NAMES,
  SPEAKER_KINDS,
  type SpeakerKind,
} from './programme.contract';
export type {
  ProgrammePublicationRequest,
  ProgrammeRoomRequest,
  ProgrammeSessionRequest,
  ProgrammeSlotRequest,
  ProgrammeSpeakerRequest,
  ProgrammeStrandRequest,
} from './programme.requests';
export {
  type Booking,
  bookingOf,
  bookingsOf,
  type Clash,
  clashWords,
  findClashes,
  fromTo,
  overlap,
} from './find-clashes.rules';
export {
  checkSlot,
  isNameTaken,
  slotsOutside,
  suitsYears,
  titlesInWords,
  whatUses,
} from './programme-parts.rules';
export type {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  SupervisionBandRequest,
  TransitionRequest,
  Venue,
} from './conference.requests';
export {
  type FileType,
  fileTypeOf,
  hasMacros,
  isZip,
  safeFileName,
  TEACHING_FILE_TYPES,
  VISIT_FILE_TYPES,
} from './file-type.rules';
export {
  OPEN_PACK_KINDS,
  PACK_FILE_KIND_NAMES,
  PACK_FILE_KINDS,
  PACK_FILES_MAX,
  PACK_FILES_PATH,
  type PackFile,
  type PackFileKind,
  type PackVersion,
  type VisitPack,
} from './visit-pack.contract';
export type { PackFileChange, PackFileRequest } from './visit-pack.requests';
export { eventData, shareDescription } from './event-data.rules';
export { yearGroupWords } from './year-group-words';
