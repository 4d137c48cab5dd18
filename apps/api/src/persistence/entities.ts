import { AuditRecordEntity } from '../audit/audit-record.entity';
import { CheckpointEntity } from '../check-in/checkpoint.entity';
import { AdmissionEntity } from '../check-in/admission.entity';
import { DeviceEntity } from '../check-in/device.entity';
import { DevicePairingEntity } from '../check-in/device-pairing.entity';
import { ScanEntity } from '../check-in/scan.entity';
import { ConferenceEntity } from '../conferences/conference.entity';
import {
  PackContentEntity,
  PackFileEntity,
  PackVersionEntity,
  VisitPackEntity,
} from '../conferences/visit-pack.entity';
import { AccountEntity } from '../identity/account.entity';
import { InvitationEntity } from '../identity/invitation.entity';
import { SessionEntity } from '../identity/session.entity';
import { JobEntity } from '../platform/job.entity';
import { OutboxMailEntity } from '../notifications/outbox-mail.entity';
import { ThrottleEntity } from '../platform/throttle.entity';
import { IdempotencyKeyEntity } from '../platform/idempotency-key.entity';
import { CalendarFeedEntity } from '../registrations/calendar-feed.entity';
import { GroupEntity } from '../registrations/group.entity';
import { PackAcknowledgementEntity } from '../registrations/pack-acknowledgement.entity';
import { PackLetterEntity } from '../registrations/pack-letter.entity';
import { PersonEntity } from '../registrations/person.entity';
import { RosterPreviewEntity } from '../registrations/roster-preview.entity';
import { TicketEntity } from '../registrations/ticket.entity';
import { SchoolEntity } from '../schools/school.entity';

/** Every entity of the schema; the pending-difference test compares them with what the migrations made. */
export const ENTITIES = [
  AccountEntity,
  AdmissionEntity,
  AuditRecordEntity,
  CalendarFeedEntity,
  CheckpointEntity,
  ConferenceEntity,
  DeviceEntity,
  DevicePairingEntity,
  GroupEntity,
  IdempotencyKeyEntity,
  InvitationEntity,
  JobEntity,
  OutboxMailEntity,
  PackAcknowledgementEntity,
  PackContentEntity,
  PackFileEntity,
  PackLetterEntity,
  PackVersionEntity,
  PersonEntity,
  RosterPreviewEntity,
  ScanEntity,
  SchoolEntity,
  SessionEntity,
  ThrottleEntity,
  TicketEntity,
  VisitPackEntity,
] as const;
