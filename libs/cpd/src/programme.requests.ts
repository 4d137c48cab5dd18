import { HALF_TERMS, type HalfTerm } from '@lectern/core';
import { IsAcademicYear, IsDay, IsNotBlank } from '@lectern/core/requests';
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
import { CPD_PROGRAMME_STATUSES, type CpdProgrammeStatus } from './programme.contract';

const EXPECTED = 'Enter how many sessions each half-term should have as a whole number.';

/** First and last day of a half-term. */
export class HalfTermDatesRequest {
  @IsIn(HALF_TERMS, { message: `Choose a half-term: ${HALF_TERMS.join(', ')}.` })
  halfTerm!: HalfTerm;

  @IsDay({ message: 'Enter the first day, such as 2026-09-01.' })
  startsOn!: string;

  @IsDay({ message: 'Enter the last day, such as 2026-10-23.' })
  endsOn!: string;
}

/** The half-terms of an academic year, all six in order. */
export class AcademicCalendarRequest {
  @IsArray({ message: 'Send the six half-terms as a list.' })
  @ArrayMinSize(6, { message: 'Send the six half-terms as a list.' })
  @ArrayMaxSize(6, { message: 'Send the six half-terms as a list.' })
  @IsObject({ each: true, message: 'Send each half-term as an object with its own fields.' })
  @ValidateNested({ each: true, message: 'Send each half-term as an object with its own fields.' })
  @Type(() => HalfTermDatesRequest)
  halfTerms!: HalfTermDatesRequest[];
}

/** How many sessions one half-term should have. */
export class ExpectedSessionsRequest {
  @IsIn(HALF_TERMS, { message: `Choose a half-term: ${HALF_TERMS.join(', ')}.` })
  halfTerm!: HalfTerm;

  @IsInt({ message: EXPECTED })
  @Min(0, { message: EXPECTED })
  @Max(50, { message: 'A half-term has 50 sessions at most.' })
  sessions!: number;
}

/** What is said of a programme and may change. */
class ProgrammeFacts {
  @IsString({ message: 'Enter a title.' })
  @Length(3, 120, { message: 'The title needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title.' })
  title!: string;

  /** “Work Group” when left out. */
  @IsOptional()
  @IsString({ message: 'Enter what the people of this programme are called.' })
  @Length(2, 40, { message: 'Use 2 to 40 characters, such as “Work Group”.' })
  @IsNotBlank({ message: 'Enter what the people of this programme are called.' })
  label?: string;

  @IsOptional()
  @IsString({ message: 'Write the summary as text.' })
  @MaxLength(2000, { message: 'Keep the summary to 2,000 characters.' })
  summary?: string | null;

  @IsOptional()
  @IsIn(CPD_PROGRAMME_STATUSES, { message: 'Choose a status: draft, open or closed.' })
  status?: CpdProgrammeStatus;

  /** Half-terms that are left out have none expected. */
  @IsOptional()
  @IsArray({ message: 'Send what is expected as a list.' })
  @ArrayMaxSize(6, { message: 'There are six half-terms.' })
  @IsObject({ each: true, message: 'Send each half-term as an object with its own fields.' })
  @ValidateNested({ each: true, message: 'Send each half-term as an object with its own fields.' })
  @Type(() => ExpectedSessionsRequest)
  expected?: ExpectedSessionsRequest[];
}

/** The CPD of an academic year. */
export class CpdProgrammeRequest extends ProgrammeFacts {
  @IsAcademicYear({ message: 'Enter an academic year, such as 2026/27.' })
  academicYear!: string;
}

/** A change to a programme: any of its fields, by the same rules; its academic year stays. */
export class CpdProgrammeChange extends ProgrammeFacts {}

IsOptional()(CpdProgrammeChange.prototype, 'title');

/** What is said of a series and may change. */
class SeriesFacts {
  @IsString({ message: 'Enter a title for the series.' })
  @Length(3, 120, { message: 'The title of the series needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title for the series.' })
  title!: string;

  @IsOptional()
  @IsString({ message: 'Write the summary of the series as text.' })
  @MaxLength(1000, { message: 'Keep the summary of the series to 1,000 characters.' })
  summary?: string | null;

  /** All of them when left out. */
  @IsOptional()
  @IsInt({ message: 'Enter how many sessions are to be attended as a whole number.' })
  @Min(1, { message: 'At least one session is to be attended.' })
  @Max(50, { message: 'A series has 50 sessions at most.' })
  sessionsExpected?: number | null;
}

/** Sessions with the same people over several half-terms. */
export class SeriesRequest extends SeriesFacts {
  @IsUUID(undefined, { message: 'Choose a programme.' })
  programmeId!: string;
}

/** A change to a series: any of its fields, by the same rules; its programme stays. */
export class SeriesChange extends SeriesFacts {}

IsOptional()(SeriesChange.prototype, 'title');

/** Something to try in class between two sessions of a series. */
export class GapTaskRequest {
  @IsUUID(undefined, { message: 'Choose the session that sets the task.' })
  afterSessionId!: string;

  @IsString({ message: 'Enter what the task is.' })
  @Length(3, 120, { message: 'Say what the task is in 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter what the task is.' })
  title!: string;

  @IsString({ message: 'Write the task as text.' })
  @MaxLength(2000, { message: 'Keep the task to 2,000 characters.' })
  text!: string;
}

/** A change to a gap task: any of its fields, by the same rules. */
export class GapTaskChange extends GapTaskRequest {}

for (const field of ['afterSessionId', 'title', 'text'] as const)
  IsOptional()(GapTaskChange.prototype, field);
