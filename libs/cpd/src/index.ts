export {
  type Qualification,
  QUALIFICATION_NAMES,
  QUALIFICATIONS,
  type Topic,
  TOPIC_TIER_NAMES,
  TOPIC_TIERS,
  type TopicDemand,
  type TopicReference,
  TOPICS_PATH,
  type TopicTier,
  type TopicVote,
  VOTES_MAX,
} from './topic.contract';
export type { TopicChange, TopicReferenceRequest, TopicRequest } from './topic.requests';
export { A_LEVEL_SECTIONS, type ContentCode, GCSE_CONTENT, GCSE_STRANDS } from './content-codes.data';
export {
  checkContentCodes,
  contentCodesOf,
  contentLabel,
  inContentOrder,
  strandOf,
} from './content-codes.rules';
export { readTopicSeed } from './read-topic-seed';
export { decideVote, type DemandFacts, topicDemand, type VoteDecision } from './topic-demand.rules';
export {
  ACADEMIC_YEARS_PATH,
  CPD_PROGRAMME_STATUS_NAMES,
  CPD_PROGRAMME_STATUSES,
  CPD_PROGRAMMES_PATH,
  CPD_SERIES_PATH,
  type CpdProgramme,
  type CpdProgrammeStatus,
  type ExpectedSessions,
  type GapTask,
  PROGRAMME_LABEL,
  type Series,
} from './programme.contract';
export type {
  AcademicCalendarRequest,
  CpdProgrammeRequest,
  ExpectedSessionsRequest,
  GapTaskRequest,
  HalfTermDatesRequest,
  SeriesRequest,
} from './programme.requests';
export {
  CPD_SESSION_STATUS_NAMES,
  CPD_SESSION_STATUSES,
  CPD_SESSION_TRANSITIONS,
  CPD_SESSIONS_PATH,
  type CpdPlace,
  type CpdSession,
  type CpdSessionStatus,
  PLACE_KIND_NAMES,
  PLACE_KINDS,
  type PlaceKind,
  PRESENTERS_MAX,
  type SessionPresenter,
  TEACHER_PLACES_MAX,
} from './cpd-session.contract';
export type {
  CpdPlaceRequest,
  CpdSessionChange,
  CpdSessionRequest,
  CpdSessionTransition,
  PresenterOfferRequest,
  SessionProposalRequest,
} from './cpd-session.requests';
export {
  type HalfTermPlan,
  type PlanFacts,
  type PlannedSession,
  planHalfTerms,
  type UnstaffedSession,
  type YearPlan,
} from './half-term-plan.rules';
export {
  decideOfferStep,
  keepsPlaces,
  OFFER_ACTIONS,
  OFFER_PARTIES,
  OFFER_REFUSALS,
  OFFER_STEPS,
  type OfferAction,
  offerActionsFor,
  type OfferParty,
  type OfferRefusal,
  type OfferStepDecision,
  type OfferStepFacts,
  PRESENTER_OFFER_STATUS_NAMES,
  PRESENTER_OFFER_STATUSES,
  type PresenterOfferStatus,
} from './offer-lifecycle.rules';
export {
  OFFER_DECISIONS,
  type OfferDecision,
  type OfferMade,
  type OfferPresenter,
  type OfferThreadEntry,
  PRESENTER_OFFERS_PATH,
  type PresenterOffer,
  type SessionProposal,
  TEAM_MAX,
} from './presenter-offer.contract';
export type {
  EvidenceChange,
  OfferDecisionRequest,
  OfferNote,
  OfferRevision,
  OfferWithdrawal,
  SuitabilityRequest,
} from './presenter-offer.requests';
export {
  type OfferPlacing,
  placeOffer,
  presenterPlacesLeft,
  promoteStandby,
  standbyPositions,
  type StandingOffer,
} from './standby.rules';
export {
  type CommitmentClash,
  commitmentClashWords,
  type Commitments,
  findCommitmentClashes,
  type PlacementDay,
  type Promised,
  type TakenPlace,
  TRAVEL_MINUTES,
  type WantedTime,
} from './find-commitment-clashes.rules';
export { type Suitability, SUITABILITY_YEARS, SUITABILITY_YEARS_MAX } from './suitability.contract';
export {
  notSuitable,
  publicPresenters,
  suitabilityOn,
  type SuitabilityMoments,
  type SuitabilityState,
  suitabilityWords,
  suitableUntil,
  type TeamMember,
} from './suitability.rules';
export {
  BOOKING_PEOPLE_MAX,
  BOOKING_STATUS_NAMES,
  BOOKING_STATUSES,
  type BookedPerson,
  type BookingMade,
  type BookingStatus,
  SESSION_BOOKINGS_PATH,
  type SessionBooking,
} from './session-booking.contract';
export type { ColleagueRequest, SessionBookingRequest } from './session-booking.requests';
export {
  type BookableSession,
  type BookingDecision,
  type BookingFacts,
  bookingPositions,
  decideBooking,
  promoteBookings,
  sessionPlacesLeft,
  type StandingBooking,
} from './book-places.rules';
export { readTrn, type TrnReading } from './trn.rules';
export {
  type AttendanceStanding,
  type AttendedSession,
  type Expected,
  hoursWords,
  type PersonAttendance,
  seriesAttendance,
  type SeriesFacts,
  type WasThere,
} from './series-attendance.rules';
export {
  type Feedback,
  FEEDBACK_COMMENT_LENGTH,
  FEEDBACK_LEAST,
  FEEDBACK_PATH,
  FEEDBACK_QUESTION_WORDS,
  FEEDBACK_QUESTIONS,
  FEEDBACK_SCALE,
  type FeedbackFigure,
  type FeedbackForMentor,
  type FeedbackQuestion,
  type FeedbackSummary,
} from './session-feedback.contract';
export type { FeedbackAnswers, FeedbackRequest } from './session-feedback.requests';
export {
  type ArrivedFeedback,
  feedbackFor,
  feedbackForMentor,
  summariseFeedback,
} from './feedback-summary.rules';
export {
  inStandardsOrder,
  TEACHER_STANDARD_NAMES,
  TEACHER_STANDARDS,
  type TeacherStandard,
  USUAL_STANDARDS,
} from './teacher-standards';
export {
  type Certificate,
  CERTIFICATE_CHECK_PATH,
  CERTIFICATE_KINDS,
  type CertificateCheck,
  type CertificateKind,
  CERTIFICATES_PATH,
  EVIDENCE_PATH,
  type EvidenceRecord,
} from './certificate.contract';
export {
  CERTIFICATE_CODE_LENGTH,
  type CertificateCodeReading,
  drawCertificateCode,
  formatCertificateCode,
  readCertificateCode,
} from './certificate-code.rules';
export {
  OPEN_DOOR_PATH,
  OPEN_DOOR_STATUSES,
  type OpenDoorLesson,
  type OpenDoorStatus,
  type Reflection,
  REFLECTION_LENGTH,
  REFLECTION_SIDES,
  type ReflectionSide,
  type Visit,
  type VisitedLesson,
  VISITORS_MAX,
  VISITS_PATH,
} from './open-door.contract';
export type {
  OpenDoorCancellation,
  OpenDoorLessonChange,
  OpenDoorLessonRequest,
  ReflectionRequest,
  VisitStepRequest,
} from './open-door.requests';
export {
  decideVisitAsk,
  decideVisitStep,
  mayReflect,
  VISIT_ACTIONS,
  VISIT_STATUS_NAMES,
  VISIT_STATUSES,
  VISIT_STEPS,
  VISITS_WITH_PLACE,
  type VisitAction,
  visitActionsFor,
  type VisitAskDecision,
  type VisitAskFacts,
  type VisitParty,
  type VisitStatus,
  type VisitStepDecision,
  type VisitStepFacts,
} from './visit-lifecycle.rules';
export {
  type Resource,
  RESOURCE_AUDIENCES,
  RESOURCE_LICENCE_NAMES,
  RESOURCE_LICENCES,
  type ResourceAudience,
  type ResourceContent,
  type ResourceLicence,
  RESOURCE_LICENCE_WORDS,
  RESOURCE_VERSIONS_MAX,
  RESOURCES_PATH,
  type ResourceVersion,
} from './resource.contract';
export type { ResourceChange, ResourceRequest } from './resource.requests';
export {
  decideResourceFile,
  readResourceLink,
  RESOURCE_BYTES,
  RESOURCE_BYTES_MAX,
  RESOURCE_KINDS_WORDS,
  type ResourceFileDecision,
  type ResourceLinkReading,
} from './resource-kind.rules';
