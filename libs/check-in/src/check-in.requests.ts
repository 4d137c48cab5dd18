import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ADMITS,
  type Admits,
  DEVICE_ROLES,
  type DeviceRole,
  DIRECTIONS,
  type Direction,
  SCAN_OUTCOMES,
  type ScanOutcome,
  SCANS_MAX,
} from './check-in.contract';

const NESTED = 'Send this as an object with its own fields.';

/** A further checkpoint of a conference; the main door exists from publication on. */
export class CheckpointRequest {
  @IsString({ message: 'Enter a name for the checkpoint.' })
  @Length(1, 80, { message: 'Enter a name for the checkpoint, in 80 characters or fewer.' })
  @IsNotBlank({ message: 'Enter a name for the checkpoint.' })
  name!: string;

  @IsIn(ADMITS, { message: 'Choose whether a ticket is admitted once or many times.' })
  admits!: Admits;

  @IsOptional()
  @IsInstant({ message: 'Enter the opening time as a date and time.' })
  opensAt?: string;

  @IsOptional()
  @IsInstant({ message: 'Enter the closing time as a date and time.' })
  closesAt?: string;
}

export class DevicePairingRequest {
  @IsIn(DEVICE_ROLES, { message: 'Choose steward or supervisor.' })
  role!: DeviceRole;

  @IsString({ message: 'Say which phone or door this is for.' })
  @Length(1, 80, { message: 'Say which phone or door this is for, in 80 characters or fewer.' })
  @IsNotBlank({ message: 'Say which phone or door this is for.' })
  label!: string;
}

export class DeviceRequest {
  @IsString({ message: 'Enter the pairing code.' })
  @Length(4, 20, { message: 'Enter the eight characters of the pairing code.' })
  pairingCode!: string;

  @IsString({ message: 'Enter your name.' })
  @Length(1, 80, { message: 'Enter your name, in 80 characters or fewer.' })
  @IsNotBlank({ message: 'Enter your name.' })
  name!: string;

  /** The phone's clock as it sends, to measure how far it is off. */
  @IsOptional()
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt?: string;
}

export class ScanOverride {
  @IsString({ message: 'Give a reason for letting this ticket in.' })
  @Length(1, 300, { message: 'Give a reason, in 300 characters or fewer.' })
  @IsNotBlank({ message: 'Give a reason for letting this ticket in.' })
  reason!: string;
}

/** One scan, with the id that the device made for it: the same id again gets the same answer. */
export class ScanRequest {
  @IsUUID('all', { message: 'A scan needs an id of its own (UUID).' })
  id!: string;

  @IsUUID('all', { message: 'Name the checkpoint by its id.' })
  checkpointId!: string;

  /** What the camera read or the steward typed. */
  @IsOptional()
  @IsString({ message: 'The code must be text.' })
  @MaxLength(2000, { message: 'A code has 2,000 characters at most.' })
  code?: string;

  /** A ticket picked from a search. */
  @IsOptional()
  @IsUUID('all', { message: 'Name the ticket by its id.' })
  ticketId?: string;

  @IsIn(DIRECTIONS, { message: 'A scan is in or out.' })
  direction!: Direction;

  @IsInstant({ message: 'Say when the scan was made, such as 2027-03-09T09:12:00Z.' })
  scannedAt!: string;

  @IsOptional()
  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => ScanOverride)
  override?: ScanOverride;

  /**
   * What the steward was shown before the server answered: whoever was let in then is in, whatever the server would
   * have said.
   */
  @IsOptional()
  @IsIn(SCAN_OUTCOMES, { message: 'Send the verdict that the steward was shown, or leave it out.' })
  shown?: ScanOutcome;
}

/**
 * The envelope only: each scan is checked on its own, so that one bad scan never holds up the others.
 */
export class ScanBatch {
  /** What the envelope's check leaves to a check of its own. */
  static readonly apart: readonly string[] = ['scans'];

  @IsArray({ message: 'Send the scans as a list.' })
  @ArrayMinSize(1, { message: 'Send at least one scan.' })
  @ArrayMaxSize(SCANS_MAX, { message: `Send ${SCANS_MAX} scans at most at once.` })
  scans!: unknown[];

  /** The device's clock as it sends, to measure how far it is off. */
  @IsOptional()
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt?: string;
}

const REASON = 'Give a reason, in 300 characters or fewer.';

/** Takes back a scan made by mistake; the row stays. */
export class AnnulmentRequest {
  @IsString({ message: REASON })
  @Length(1, 300, { message: REASON })
  @IsNotBlank({ message: REASON })
  reason!: string;

  /** When it was taken back, by the device's clock; the time of arrival when absent. */
  @IsOptional()
  @IsInstant({ message: 'Say when the scan was taken back, such as 2027-03-09T09:12:00Z.' })
  annulledAt?: string;

  @IsOptional()
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt?: string;
}

/** A device in touch: how it is, and what its clock shows. */
export class ContactRequest {
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt!: string;

  @IsInt({ message: 'Send how many scans wait, as a whole number.' })
  @Min(0, { message: 'Send how many scans wait, as a whole number.' })
  @Max(1_000_000, { message: 'Send how many scans wait, as a whole number.' })
  queued!: number;

  @IsInt({ message: 'Send how many answers are unsettled, as a whole number.' })
  @Min(0, { message: 'Send how many answers are unsettled, as a whole number.' })
  @Max(1_000_000, { message: 'Send how many answers are unsettled, as a whole number.' })
  parked!: number;

  @IsString({ message: 'Send the version of the app.' })
  @Length(1, 40, { message: 'Send the version of the app, in 40 characters or fewer.' })
  @IsNotBlank({ message: 'Send the version of the app.' })
  appVersion!: string;
}

/** A whole party at once: everybody of the group but those ticked as absent. */
export class PartyArrivalRequest {
  @IsUUID('all', { message: 'A party’s arrival needs an id of its own (UUID).' })
  id!: string;

  @IsUUID('all', { message: 'Name the checkpoint by its id.' })
  checkpointId!: string;

  @IsUUID('all', { message: 'Name the group by its id.' })
  groupId!: string;

  @IsArray({ message: 'Send the absent people’s tickets as a list, empty when all came.' })
  @ArrayMaxSize(SCANS_MAX, { message: `Name ${SCANS_MAX} absent people at most.` })
  @IsUUID('all', { each: true, message: 'Name each absent person’s ticket by its id.' })
  absentTicketIds!: string[];

  @IsInstant({ message: 'Say when the party came, such as 2027-03-09T09:12:00Z.' })
  scannedAt!: string;

  /** In when absent; a party may leave together too. */
  @IsOptional()
  @IsIn(DIRECTIONS, { message: 'A party comes in or goes out.' })
  direction?: Direction;

  @IsOptional()
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt?: string;
}

/** The end of a day: whoever is still inside is checked out. */
export class DayEndRequest {
  /** When they had gone, by the caller's clock; now when absent. Whoever came in later stays in. */
  @IsOptional()
  @IsInstant({ message: 'Say when they had gone, such as 2027-03-09T15:30:00Z.' })
  at?: string;

  @IsOptional()
  @IsInstant({ message: 'Send the device’s time as a date and time.' })
  sentAt?: string;
}

/** Settles a conflict, with the reason that the log keeps. */
export class SettlementRequest {
  @IsString({ message: REASON })
  @Length(1, 300, { message: REASON })
  @IsNotBlank({ message: REASON })
  reason!: string;
}
