import { AuditRecordEntity } from '../audit/audit-record.entity';
import { CheckpointEntity } from '../check-in/checkpoint.entity';
import { AdmissionEntity } from '../check-in/admission.entity';
import { DeviceEntity } from '../check-in/device.entity';
import { DevicePairingEntity } from '../check-in/device-pairing.entity';
import { ScanEntity } from '../check-in/scan.entity';
import { ConferenceEntity } from '../conferences/conference.entity';
import { AccountEntity } from '../identity/account.entity';
import { InvitationEntity } from '../identity/invitation.entity';
import { SessionEntity } from '../identity/session.entity';
import { JobEntity } from '../platform/job.entity';
import { OutboxMailEntity } from '../notifications/outbox-mail.entity';
import { ThrottleEntity } from '../platform/throttle.entity';
import { IdempotencyKeyEntity } from '../platform/idempotency-key.entity';
import { GroupEntity } from '../registrations/group.entity';
import { PersonEntity } from '../registrations/person.entity';
import { RosterOverrideEntity } from '../registrations/roster-override.entity';
import { RosterPreviewEntity } from '../registrations/roster-preview.entity';
import { RosterSettingsEntity } from '../registrations/roster-settings.entity';
import { TicketEntity } from '../registrations/ticket.entity';
import { SchoolEntity } from '../schools/school.entity';

/** Every entity of the schema; the pending-difference test compares them with what the migrations made. */
export const ENTITIES = [
  AccountEntity,
  AdmissionEntity,
  AuditRecordEntity,
  CheckpointEntity,
  ConferenceEntity,
  DeviceEntity,
  DevicePairingEntity,
  GroupEntity,
  IdempotencyKeyEntity,
  InvitationEntity,
  JobEntity,
  OutboxMailEntity,
  PersonEntity,
  RosterOverrideEntity,
  RosterPreviewEntity,
  RosterSettingsEntity,
  ScanEntity,
  SchoolEntity,
  SessionEntity,
  ThrottleEntity,
  TicketEntity,
] as const;
