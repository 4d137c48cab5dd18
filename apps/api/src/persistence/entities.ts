import { AuditRecordEntity } from '../audit/audit-record.entity';
import { AdmissionEntity } from '../check-in/admission.entity';
import { CheckpointEntity } from '../check-in/checkpoint.entity';
import { DevicePairingEntity } from '../check-in/device-pairing.entity';
import { DeviceEntity } from '../check-in/device.entity';
import { ScanConflictEntity } from '../check-in/scan-conflict.entity';
import { MissingProcedureEntity } from '../check-in/missing-procedure.entity';
import { MissingPupilEntity, MissingPupilStepEntity } from '../check-in/missing-pupil.entity';
import { ScanEntity } from '../check-in/scan.entity';
import { ConferenceEntity } from '../conferences/conference.entity';
import { ProgrammeSessionEntity, SessionSpeakerEntity } from '../conferences/programme-session.entity';
import {
  ProgrammeEntity,
  ProgrammeRoomEntity,
  ProgrammeSlotEntity,
  ProgrammeSpeakerEntity,
  ProgrammeStrandEntity,
} from '../conferences/programme.entity';
import { CpdAttendanceEntity } from '../cpd/attendance/attendance.entity';
import { BookingOfferEntity, BookingReminderEntity } from '../cpd/bookings/booking-offer.entity';
import { SessionDoorEntity, SessionTicketEntity } from '../cpd/attendance/session-door.entity';
import {
  BookedPersonEntity,
  BookingSessionEntity,
  SessionBookingEntity,
} from '../cpd/bookings/session-booking.entity';
import { OfferEntryEntity } from '../cpd/offers/offer-entry.entity';
import { PlacementDayEntity } from '../cpd/offers/placement-day.entity';
import { OfferPresenterEntity, PresenterOfferEntity } from '../cpd/offers/presenter-offer.entity';
import { SuitabilityEntity } from '../cpd/offers/suitability.entity';
import { CertificateEntity } from '../cpd/outcomes/certificate.entity';
import { EvidenceEntity } from '../cpd/outcomes/evidence.entity';
import { FeedbackEntity, FeedbackGiverEntity } from '../cpd/outcomes/session-feedback.entity';
import {
  OpenDoorLessonEntity,
  OpenDoorReflectionEntity,
  OpenDoorVisitEntity,
} from '../cpd/open-doors/open-door-lesson.entity';
import {
  AcademicCalendarEntity,
  CpdProgrammeEntity,
  CpdSeriesEntity,
  GapTaskEntity,
} from '../cpd/planning/cpd-programme.entity';
import { CpdSessionEntity } from '../cpd/planning/cpd-session.entity';
import { CpdTopicEntity, TopicVoteEntity } from '../cpd/planning/topic.entity';
import {
  ResourceContentEntity,
  ResourceEntity,
  ResourcePieceEntity,
  ResourceVersionEntity,
} from '../cpd/resources/resource.entity';
import { AccessRequestEntity } from '../identity/access-request.entity';
import {
  PackContentEntity,
  PackFileEntity,
  PackVersionEntity,
  VisitPackEntity,
} from '../conferences/visit-pack.entity';
import { AccountEntity } from '../identity/account.entity';
import { InvitationEntity } from '../identity/invitation.entity';
import { SessionEntity } from '../identity/session.entity';
import { OutboxMailEntity } from '../notifications/outbox-mail.entity';
import { IdempotencyKeyEntity } from '../platform/idempotency-key.entity';
import { JobEntity } from '../platform/job.entity';
import { ThrottleEntity } from '../platform/throttle.entity';
import { AllocationOutcomeEntity } from '../registrations/allocation-outcome.entity';
import {
  SessionPlacementEntity,
  SessionPlanEntity,
  SessionPreferenceEntity,
} from '../registrations/group-session.entity';
import { CalendarFeedEntity } from '../registrations/calendar-feed.entity';
import { DoorChangeEntity } from '../registrations/door-change.entity';
import { GroupEntity } from '../registrations/group.entity';
import { PackAcknowledgementEntity } from '../registrations/pack-acknowledgement.entity';
import { PackLetterEntity } from '../registrations/pack-letter.entity';
import { PersonEntity } from '../registrations/person.entity';
import { PlaceOfferEntity } from '../registrations/place-offer.entity';
import { PlaceRulesEntity } from '../registrations/place-rules.entity';
import { RosterOverrideEntity } from '../registrations/roster-override.entity';
import { RosterPreviewEntity } from '../registrations/roster-preview.entity';
import { RosterSettingsEntity } from '../registrations/roster-settings.entity';
import { SchoolFactsEntity } from '../registrations/school-facts.entity';
import { TicketEntity } from '../registrations/ticket.entity';
import { SchoolLinkEntity } from '../schools/school-link.entity';
import { SchoolEntity } from '../schools/school.entity';

/** Every entity of the schema; the pending-difference test compares them with what the migrations made. */
export const ENTITIES = [
  AcademicCalendarEntity,
  AccessRequestEntity,
  AccountEntity,
  AdmissionEntity,
  AllocationOutcomeEntity,
  AuditRecordEntity,
  BookedPersonEntity,
  BookingOfferEntity,
  BookingReminderEntity,
  BookingSessionEntity,
  CalendarFeedEntity,
  CertificateEntity,
  CheckpointEntity,
  ConferenceEntity,
  CpdAttendanceEntity,
  CpdProgrammeEntity,
  CpdSeriesEntity,
  CpdSessionEntity,
  CpdTopicEntity,
  DeviceEntity,
  DevicePairingEntity,
  DoorChangeEntity,
  EvidenceEntity,
  FeedbackEntity,
  FeedbackGiverEntity,
  GapTaskEntity,
  GroupEntity,
  IdempotencyKeyEntity,
  InvitationEntity,
  JobEntity,
  MissingProcedureEntity,
  MissingPupilEntity,
  MissingPupilStepEntity,
  OfferEntryEntity,
  OfferPresenterEntity,
  OpenDoorLessonEntity,
  OpenDoorReflectionEntity,
  OpenDoorVisitEntity,
  OutboxMailEntity,
  PackAcknowledgementEntity,
  PackContentEntity,
  PackFileEntity,
  PackLetterEntity,
  PackVersionEntity,
  PersonEntity,
  PlacementDayEntity,
  PlaceOfferEntity,
  PlaceRulesEntity,
  PresenterOfferEntity,
  ProgrammeEntity,
  ProgrammeRoomEntity,
  ProgrammeSessionEntity,
  ProgrammeSlotEntity,
  ProgrammeSpeakerEntity,
  ProgrammeStrandEntity,
  ResourceContentEntity,
  ResourceEntity,
  ResourcePieceEntity,
  ResourceVersionEntity,
  RosterOverrideEntity,
  RosterPreviewEntity,
  RosterSettingsEntity,
  ScanConflictEntity,
  ScanEntity,
  SchoolEntity,
  SchoolFactsEntity,
  SchoolLinkEntity,
  SessionBookingEntity,
  SessionDoorEntity,
  SessionEntity,
  SessionPlacementEntity,
  SessionPlanEntity,
  SessionPreferenceEntity,
  SessionSpeakerEntity,
  SuitabilityEntity,
  SessionTicketEntity,
  ThrottleEntity,
  TicketEntity,
  TopicVoteEntity,
  VisitPackEntity,
] as const;
