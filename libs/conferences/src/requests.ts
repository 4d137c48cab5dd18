export {
  ProgrammePublicationRequest,
  ProgrammeRoomRequest,
  ProgrammeSessionRequest,
  ProgrammeSlotRequest,
  ProgrammeSpeakerRequest,
  ProgrammeStrandRequest,
} from './programme.requests';
export {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  SupervisionBandRequest,
  TransitionRequest,
  Venue,
} from './conference.requests';
export { PackFileChange, PackFileRequest } from './visit-pack.requests';
