export {
  CONFERENCE_STATE_NAMES,
  CONFERENCE_STATES,
  CONFERENCE_TRANSITIONS,
  type ConferenceState,
  isPublic,
  mayBecome,
} from './lifecycle.rules';
export { adviseSupervision, type Supervision } from './supervision.rules';
export { checkConferenceDates, type ConferenceDates } from './conference-dates.rules';
export { slugOf } from './slug.rules';
export {
  type Allocation,
  ALLOCATIONS,
  type Conference,
  CONFERENCES_PATH,
  PUPILS_PER_ADULT,
  YEAR_GROUPS,
  type YearGroup,
} from './conference.contract';
export type { Venue, ConferenceRequest, ConferenceChange, TransitionRequest } from './conference.requests';
