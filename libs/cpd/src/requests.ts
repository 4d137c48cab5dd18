export { TopicChange, TopicReferenceRequest, TopicRequest } from './topic.requests';
export {
  AcademicCalendarRequest,
  CpdProgrammeRequest,
  ExpectedSessionsRequest,
  GapTaskRequest,
  HalfTermDatesRequest,
  SeriesRequest,
} from './programme.requests';
export {
  CpdPlaceRequest,
  CpdSessionChange,
  CpdSessionRequest,
  CpdSessionTransition,
  PresenterOfferRequest,
  SessionProposalRequest,
} from './cpd-session.requests';
export {
  EvidenceChange,
  OfferDecisionRequest,
  OfferNote,
  OfferRevision,
  OfferWithdrawal,
  SuitabilityRequest,
} from './presenter-offer.requests';
export {
  BookedPersonChange,
  BookingCancellation,
  BookingOfferAnswer,
  ColleagueRequest,
  SessionBookingRequest,
} from './session-booking.requests';
export { FeedbackAnswers, FeedbackRequest } from './session-feedback.requests';
export { OpenDoorLessonRequest, ReflectionRequest, VisitStepRequest } from './open-door.requests';
export { ResourceRequest } from './resource.requests';
