import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { NewcomerName, WalkInRequest } from '@lectern/registrations/requests';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

const REASON = 'Give a reason, in 300 characters or fewer.';
const WHEN = 'Say when they came, such as 2027-03-09T09:12:00Z.';
const CHECKPOINT = 'Name the checkpoint by its id.';
const SENT = 'Send the device’s time as a date and time.';

/** Somebody without a ticket, put on their school's list and let in at once. The same id again is the same person. */
export class DoorWalkInRequest extends WalkInRequest {
  @IsUUID('all', { message: 'A walk-in needs an id of its own (UUID).' })
  id!: string;

  @IsUUID('all', { message: CHECKPOINT })
  checkpointId!: string;

  @IsInstant({ message: WHEN })
  scannedAt!: string;

  @IsOptional()
  @IsInstant({ message: SENT })
  sentAt?: string;
}

/** Somebody in place of a person who has not come, let in at once. The same id again is the same person. */
export class DoorSubstitutionRequest extends NewcomerName {
  @IsUUID('all', { message: 'A swap needs an id of its own (UUID).' })
  id!: string;

  @IsUUID('all', { message: CHECKPOINT })
  checkpointId!: string;

  @IsUUID('all', { message: 'Name the ticket of whoever did not come by its id.' })
  ticketId!: string;

  @IsString({ message: REASON })
  @Length(1, 300, { message: REASON })
  @IsNotBlank({ message: REASON })
  reason!: string;

  @IsInstant({ message: WHEN })
  scannedAt!: string;

  @IsOptional()
  @IsInstant({ message: SENT })
  sentAt?: string;
}
