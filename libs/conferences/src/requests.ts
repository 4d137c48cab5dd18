export { Venue, ConferenceRequest, TransitionRequest } from './conference.requests';
