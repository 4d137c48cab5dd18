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
export type {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  SupervisionBandRequest,
  TransitionRequest,
  Venue,
} from './conference.requests';
