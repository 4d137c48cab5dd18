export {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  SupervisionBandRequest,
  TransitionRequest,
  Venue,
} from './conference.requests';
export { PackFileChange, PackFileRequest } from './visit-pack.requests';
