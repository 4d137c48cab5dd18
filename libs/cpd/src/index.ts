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
  CPD_PROGRAMME_TRANSITIONS,
  CPD_PROGRAMMES_PATH,
  CPD_SERIES_PATH,
  type CpdProgramme,
  type CpdProgrammeStatus,
  type ExpectedSessions,
  type GapTask,
  PROGRAMME_LABEL,
  type Series,
  type SeriesWithSessions,
  type YearCalendar,
} from './programme.contract';
export type {
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
export type { HalfTermPlan, UnstaffedSession, YearPlan } from './half-term-plan.contract';
export { type PlanFacts, type PlannedSession, planHalfTerms } from './half-term-plan.rules';
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
  CPD_PROPOSALS_PATH,
  OFFER_DECISIONS,
  type OfferDecision,
  type OfferedSession,
  type OfferMade,
  type OfferPresenter,
  type OfferThreadEntry,
  type OwnPlacementDay,
  PLACEMENT_DAYS_AT_ONCE,
  PLACEMENT_DAYS_MAX,
  PLACEMENT_DAYS_PATH,
  PRESENTER_OFFERS_PATH,
  type PresenterOffer,
  PRESENTERS_WANTED_PATH,
  type PresentersWanted,
  type SessionProposal,
  TEAM_MAX,
  TRAINEE_SEARCH_LEAST,
  type TraineeFound,
  TRAINEES_PATH,
} from './presenter-offer.contract';
export type {
  EvidenceChange,
  OfferDecisionRequest,
  OfferNote,
  OfferRevision,
  OfferWithdrawal,
  PlacementDaysRequest,
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
export {
  type Suitability,
  SUITABILITY_PATH,
  SUITABILITY_STATES,
  SUITABILITY_YEARS,
  SUITABILITY_YEARS_MAX,
  type SuitabilityRecord,
  type SuitabilityState,
  type TraineeSuitability,
} from './suitability.contract';
export {
  notSuitable,
  publicPresenters,
  suitabilityOn,
  type SuitabilityMoments,
  suitabilityWords,
  suitableUntil,
  type TeamMember,
} from './suitability.rules';
export {
  BOOKING_OFFER_ANSWERS,
  BOOKING_OFFER_HOURS,
  BOOKING_OFFER_STATUSES,
  BOOKING_OFFERS_PATH,
  BOOKING_PEOPLE_MAX,
  BOOKING_STATUS_NAMES,
  BOOKING_STATUSES,
  type BookedPerson,
  type BookedSession,
  type BookingMade,
  type BookingOffer,
  type BookingOfferAnswerWord,
  type BookingOfferStatus,
  type BookingOutlook,
  type BookingStatus,
  type PlacesOutlook,
  SESSION_BOOKINGS_PATH,
  type SessionBooking,
} from './session-booking.contract';
export type {
  BookedPersonChange,
  BookingCancellation,
  BookingOfferAnswer,
  ColleagueRequest,
  SessionBookingRequest,
} from './session-booking.requests';
export { sessionDescription, sessionEventData } from './session-event-data.rules';
export { placeLine, sessionWhen } from './session-words.rules';
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
  ATTENDANCE_PARTS,
  ATTENDANCE_STATE_NAMES,
  ATTENDANCE_STATES,
  type AttendanceLine,
  type AttendancePart,
  type AttendanceSource,
  type AttendanceState,
  CPD_HOURS_PATH,
  type CpdHours,
  type SeriesAttendance,
  type SeriesPerson,
  type SessionAttendance,
  type SessionDoor,
  type SessionHours,
  type SessionTicket,
} from './session-attendance.contract';
export type { AttendanceCorrection, CorrectedPerson } from './session-attendance.requests';
export {
  type AttendanceDecision,
  type AttendanceFacts,
  decideAttendance,
  type SessionSpan,
  type Stay,
  stayMinutes,
} from './session-attendance.rules';
export {
  type Feedback,
  FEEDBACK_COMMENT_LENGTH,
  FEEDBACK_LEAST,
  FEEDBACK_PATH,
  FEEDBACK_QUESTION_WORDS,
  FEEDBACK_QUESTIONS,
  FEEDBACK_SCALE,
  FEEDBACK_STANDINGS,
  type FeedbackFigure,
  type FeedbackForm,
  type FeedbackForMentor,
  type FeedbackQuestion,
  type FeedbackStanding,
  type FeedbackSummary,
  type FeedbackView,
  OWN_FEEDBACK_PATH,
} from './session-feedback.contract';
export type { FeedbackAnswers, FeedbackRequest } from './session-feedback.requests';
export {
  type ArrivedFeedback,
  feedbackBatch,
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
  type EvidenceForMentor,
  type EvidenceListing,
  type EvidenceRecord,
} from './certificate.contract';
export type { CertificateWithdrawal, MentorNoteRequest } from './outcome.requests';
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
