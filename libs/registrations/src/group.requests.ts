import { IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const NESTED = 'Send this as an object with its own fields.';

const wholeNumber = (what: string) => ({ message: `Enter ${what} as a whole number.` });

/** The teacher who leads the visit and answers the telephone on the day. */
export class VisitLeader {
  @IsString({ message: 'Enter the visit leader’s name.' })
  @Length(1, 120, { message: 'Enter the visit leader’s name, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the visit leader’s name.' })
  name!: string;

  @IsString({ message: 'Enter a telephone number for the day.' })
  @Matches(/^\+?[0-9 ()-]{7,24}$/, { message: 'Enter a telephone number, such as 07700 900123.' })
  phone!: string;
}

/** A school's group for one conference: numbers now, names later. */
export class GroupRequest {
  /** The school; staff must say it, for a coordinator it is their own. */
  @IsOptional()
  @Matches(/^\d{6}$/, { message: 'A school number (URN) has six digits.' })
  schoolUrn?: string;

  @IsInt(wholeNumber('the number of pupils'))
  @Min(1, { message: 'Enter at least one pupil.' })
  @Max(500, { message: 'A group has 500 pupils at most.' })
  pupilsWanted!: number;

  /** The fewest pupils the group would still come with; as wanted when left out. */
  @IsOptional()
  @IsInt(wholeNumber('the fewest pupils you would bring'))
  @Min(1, { message: 'Enter at least one pupil.' })
  @Max(500, { message: 'A group has 500 pupils at most.' })
  pupilsMinimum?: number;

  @IsInt(wholeNumber('the number of adults'))
  @Min(1, { message: 'At least one adult must come with the pupils.' })
  @Max(100, { message: 'A group has 100 adults at most.' })
  adults!: number;

  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => VisitLeader)
  visitLeader!: VisitLeader;

  /** Why fewer adults than advised are enough; asked for only then. */
  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  supervisionReason?: string;

  @IsOptional()
  @IsString({ message: 'Write the notes as text.' })
  @MaxLength(2000, { message: 'Keep the notes to 2,000 characters.' })
  notes?: string;
}

/** A change to a group: any of its registered facts. */
export class GroupChange {
  @IsOptional()
  @IsInt(wholeNumber('the number of pupils'))
  @Min(1, { message: 'Enter at least one pupil.' })
  @Max(500, { message: 'A group has 500 pupils at most.' })
  pupilsWanted?: number;

  @IsOptional()
  @IsInt(wholeNumber('the fewest pupils you would bring'))
  @Min(1, { message: 'Enter at least one pupil.' })
  @Max(500, { message: 'A group has 500 pupils at most.' })
  pupilsMinimum?: number;

  @IsOptional()
  @IsInt(wholeNumber('the number of adults'))
  @Min(1, { message: 'At least one adult must come with the pupils.' })
  @Max(100, { message: 'A group has 100 adults at most.' })
  adults?: number;

  @IsOptional()
  @IsObject({ message: NESTED })
  @ValidateNested()
  @Type(() => VisitLeader)
  visitLeader?: VisitLeader;

  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  supervisionReason?: string | null;

  @IsOptional()
  @IsString({ message: 'Write the notes as text.' })
  @MaxLength(2000, { message: 'Keep the notes to 2,000 characters.' })
  notes?: string | null;

  /** Why numbers change after the date for final numbers; staff only. */
  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string;
}

export class GroupCancellation {
  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string;
}
