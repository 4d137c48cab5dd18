export { TopicChange, TopicReferenceRequest, TopicRequest } from './topic.requests';
export {
  AcademicCalendarRequest,
  CpdProgrammeChange,
  CpdProgrammeRequest,
  ExpectedSessionsRequest,
  GapTaskChange,
  GapTaskRequest,
  HalfTermDatesRequest,
  SeriesChange,
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
  PlacementDaysRequest,
  SuitabilityRequest,
} from './presenter-offer.requests';
export { AttendanceCorrection, CorrectedPerson } from './session-attendance.requests';
export {
  BookedPersonChange,
  BookingCancellation,
  BookingOfferAnswer,
  ColleagueRequest,
  SessionBookingRequest,
} from './session-booking.requests';
export { FeedbackAnswers, FeedbackRequest } from './session-feedback.requests';
export { CertificateWithdrawal, MentorNoteRequest } from './outcome.requests';
export {
  OpenDoorCancellation,
  OpenDoorLessonChange,
  OpenDoorLessonRequest,
  ReflectionRequest,
  VisitStepRequest,
} from './open-door.requests';
export { ResourceChange, ResourceRequest } from './resource.requests';
