export { Venue, ConferenceRequest, ConferenceChange, TransitionRequest } from './conference.requests';
