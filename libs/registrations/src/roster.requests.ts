import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ROSTER_ROWS_MAX,
  PERSON_KINDS,
  type PersonKind,
  PHOTO_CONSENTS,
  type PhotoConsent,
} from './roster.contract';

const NESTED = 'Send this as an object with its own fields.';
const BIRTH_DATE = 'Enter a date of birth such as 2011-05-03.';
const REASON = 'Keep the reason to 500 characters.';

/** What is needed on the day only: encrypted at rest and deleted on its own date. */
export class DayOnly {
  @IsOptional()
  @IsString({ message: 'Write dietary needs as text.' })
  @MaxLength(500, { message: 'Keep dietary needs to 500 characters.' })
  dietary?: string;

  @IsOptional()
  @IsString({ message: 'Write access needs as text.' })
  @MaxLength(500, { message: 'Keep access needs to 500 characters.' })
  access?: string;

  @IsOptional()
  @IsString({ message: 'Write medical notes as text.' })
  @MaxLength(500, { message: 'Keep medical notes to 500 characters.' })
  medical?: string;

  @IsOptional()
  @IsString({ message: 'Write the emergency contact as text.' })
  @MaxLength(200, { message: 'Keep the emergency contact to 200 characters.' })
  emergencyContact?: string;
}

/** A person by name, with what may be told of them. */
export class NamedPerson {
  @IsString({ message: 'Enter a first name.' })
  @Length(1, 80, { message: 'Enter a first name, in 80 characters or fewer.' })
  givenName!: string;

  @IsString({ message: 'Enter a last name.' })
  @Length(1, 80, { message: 'Enter a last name, in 80 characters or fewer.' })
  familyName!: string;

  /** Pupils only. */
  @IsOptional()
  @IsInt({ message: 'Year group must be 7 to 13.' })
  @Min(7, { message: 'Year group must be 7 to 13.' })
  @Max(13, { message: 'Year group must be 7 to 13.' })
  yearGroup?: number;

  @IsOptional()
  @IsIn(PHOTO_CONSENTS, { message: 'Photo consent is yes, no or not-known.' })
  photoConsent?: PhotoConsent;

  @IsOptional()
  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => DayOnly)
  dayOnly?: DayOnly;

  /** Kept only where the conference asks for tracking data. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: BIRTH_DATE })
  birthDate?: string;
}

/** One person of a roster as it is saved; an id keeps the same person (and ticket) through a change. */
export class RosterPerson extends NamedPerson {
  @IsOptional()
  @IsUUID('all', { message: 'The id must be one that the roster gave.' })
  id?: string;

  @IsIn(PERSON_KINDS, { message: 'Each person is a pupil or an adult.' })
  kind!: PersonKind;
}

/** Saving a roster: either a preview that had no errors, or the people themselves. The whole roster is replaced. */
export class RosterSave {
  @IsOptional()
  @IsUUID('all', { message: 'The preview must be one that was made for this group.' })
  previewId?: string;

  @IsOptional()
  @IsArray({ message: 'The people must be a list.' })
  @ArrayMaxSize(ROSTER_ROWS_MAX, { message: `A roster has ${ROSTER_ROWS_MAX} people at most.` })
  @ValidateNested({ each: true, message: 'Send each person as an object with their own fields.' })
  @IsObject({ each: true, message: 'Send each person as an object with its own fields.' })
  @Type(() => RosterPerson)
  people?: RosterPerson[];

  /** Why the list changes after final numbers; staff only. */
  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: REASON })
  reason?: string;
}

/** Who comes in a person's place; the kind, pupil or adult, stays. */
export class SubstitutionRequest extends NamedPerson {}

/** What a school may tell of a person at any time before the conference is over; what is left out stays. */
export class NeedsChange {
  @IsOptional()
  @IsIn(PHOTO_CONSENTS, { message: 'Photo consent is yes, no or not-known.' })
  photoConsent?: PhotoConsent;

  /** In place of all that was said before; an empty object takes it away. */
  @IsOptional()
  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => DayOnly)
  dayOnly?: DayOnly;
}

/** Cells pasted from a spreadsheet. */
export class RosterPaste {
  @IsString({ message: 'Paste the cells as text.' })
  @Length(1, 200_000, { message: 'Paste between 1 and 200,000 characters.' })
  text!: string;
}
