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
export { ColleagueRequest, SessionBookingRequest } from './session-booking.requests';
export { FeedbackAnswers, FeedbackRequest } from './session-feedback.requests';
export {
  OpenDoorCancellation,
  OpenDoorLessonChange,
  OpenDoorLessonRequest,
  ReflectionRequest,
  VisitStepRequest,
} from './open-door.requests';
export { ResourceChange, ResourceRequest } from './resource.requests';
