export {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  SupervisionBandRequest,
  TransitionRequest,
  Venue,
} from './conference.requests';
