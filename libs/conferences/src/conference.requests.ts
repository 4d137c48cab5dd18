import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CONFERENCE_STATES, type ConferenceState } from './lifecycle.rules';
import { ALLOCATIONS, type Allocation, YEAR_GROUPS, type YearGroup } from './conference.contract';

const NESTED = 'Send this as an object with its own fields.';

const when = (what: string) => ({
  message: `Enter ${what} as a date and time, such as 2027-03-09T09:30:00Z.`,
});

export class Venue {
  @IsString({ message: 'Enter the name of the place.' })
  @Length(1, 120, { message: 'Enter the name of the place, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the name of the place.' })
  name!: string;

  @IsString({ message: 'Enter the address.' })
  @Length(1, 300, { message: 'Enter the address, in 300 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the address.' })
  address!: string;
}

/** Another number of pupils for each adult, for some year groups. */
export class SupervisionBandRequest {
  @IsArray({ message: 'Choose at least one year group.' })
  @ArrayMinSize(1, { message: 'Choose at least one year group.' })
  @ArrayMaxSize(7, { message: 'There are seven year groups, 7 to 13.' })
  @ArrayUnique({ message: 'Name each year group once.' })
  @IsIn(YEAR_GROUPS, { each: true, message: 'Year groups are 7 to 13.' })
  yearGroups!: YearGroup[];

  @IsInt({ message: 'Enter pupils per adult as a whole number.' })
  @Min(1, { message: 'There must be at least one pupil per adult.' })
  @Max(100, { message: 'One adult cannot look after more than 100 pupils.' })
  pupilsPerAdult!: number;
}

/** A new conference; it begins as a draft. Times are ISO 8601 with offset or Z. */
export class ConferenceRequest {
  @IsString({ message: 'Enter a title.' })
  @Length(3, 120, { message: 'The title needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title.' })
  title!: string;

  @IsString({ message: 'Enter a summary.' })
  @Length(1, 2000, { message: 'The summary needs 1 to 2,000 characters.' })
  @IsNotBlank({ message: 'Enter a summary.' })
  summary!: string;

  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => Venue)
  venue!: Venue;

  @IsInstant(when('the start'))
  startsAt!: string;

  @IsInstant(when('the end'))
  endsAt!: string;

  @IsArray({ message: 'Choose at least one year group.' })
  @ArrayMinSize(1, { message: 'Choose at least one year group.' })
  @ArrayMaxSize(7, { message: 'There are seven year groups, 7 to 13.' })
  @ArrayUnique({ message: 'Name each year group once.' })
  @IsIn(YEAR_GROUPS, { each: true, message: 'Year groups are 7 to 13.' })
  yearGroups!: YearGroup[];

  @IsInt({ message: 'Enter the number of pupil places as a whole number.' })
  @Min(1, { message: 'There must be at least one pupil place.' })
  @Max(10_000, { message: 'A conference has 10,000 pupil places at most.' })
  pupilPlaces!: number;

  /** The most pupils that one school may bring; no cap when left out. */
  @IsOptional()
  @IsInt({ message: 'Enter the most pupils from one school as a whole number.' })
  @Min(1, { message: 'A school must be able to bring at least one pupil.' })
  @Max(10_000, { message: 'A conference has 10,000 pupil places at most.' })
  schoolCap?: number;

  /** Pupils that one adult looks after; 15 when left out. */
  @IsOptional()
  @IsInt({ message: 'Enter pupils per adult as a whole number.' })
  @Min(1, { message: 'There must be at least one pupil per adult.' })
  @Max(100, { message: 'One adult cannot look after more than 100 pupils.' })
  pupilsPerAdult?: number;

  /** Year groups for which it is another number of pupils; an empty list takes them all away. */
  @IsOptional()
  @IsArray({ message: 'Send the year groups with another number of pupils for each adult as a list.' })
  @ArrayMaxSize(7, { message: 'There are seven year groups, 7 to 13.' })
  // A list within the list would count as nested, and be empty.
  @IsObject({ each: true, message: NESTED })
  @ValidateNested({ each: true, message: NESTED })
  @Type(() => SupervisionBandRequest)
  supervisionBands?: SupervisionBandRequest[];

  @IsIn(ALLOCATIONS, { message: 'Choose how places are given: first-come or fair.' })
  allocation!: Allocation;

  @IsInstant(when('the opening of registration'))
  registrationOpensAt!: string;

  @IsInstant(when('the close of registration'))
  registrationClosesAt!: string;

  @IsInstant(when('the date for final numbers'))
  finalNumbersAt!: string;
}

/** Holding a conference again: a draft with its facts, its dates moved with the start. */
export class ConferenceCopyRequest {
  /** The title with its year moved on when left out. */
  @IsOptional()
  @IsString({ message: 'Enter a title.' })
  @Length(3, 120, { message: 'The title needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title.' })
  title?: string;

  /** The same weekday and time about a year later when left out. */
  @IsOptional()
  @IsInstant(when('the start'))
  startsAt?: string;
}

/** Moving a conference to its next state; cancelling needs a reason. */
export class TransitionRequest {
  @IsIn(CONFERENCE_STATES, { message: `Choose a state: ${CONFERENCE_STATES.join(', ')}.` })
  to!: ConferenceState;

  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string;
}

const CHANGEABLE = [
  'title',
  'summary',
  'venue',
  'startsAt',
  'endsAt',
  'yearGroups',
  'pupilPlaces',
  'schoolCap',
  'pupilsPerAdult',
  'supervisionBands',
  'allocation',
  'registrationOpensAt',
  'registrationClosesAt',
  'finalNumbersAt',
] as const;

/** A change to a conference: any of its fields, by the same rules; a `schoolCap` of null takes the cap away. */
export class ConferenceChange extends ConferenceRequest {}

for (const field of CHANGEABLE) IsOptional()(ConferenceChange.prototype, field);
