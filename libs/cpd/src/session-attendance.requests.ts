import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';

const PERSON = 'Send each person as an object with their personId and whether they attended.';
const TOO_MANY = 'Correct 600 people at most at once.';

/** What staff say of one person; without times they were there for the whole session. */
export class CorrectedPerson {
  @IsUUID(undefined, { message: 'Choose a person of this session’s list.' })
  personId!: string;

  @IsBoolean({ message: 'Say whether they attended: true or false.' })
  attended!: boolean;

  @IsOptional()
  @IsInstant({ message: 'Enter when they came, such as 2027-03-09T16:10:00Z.' })
  arrivedAt?: string | null;

  @IsOptional()
  @IsInstant({ message: 'Enter when they left, such as 2027-03-09T17:00:00Z.' })
  leftAt?: string | null;
}

/** Attendance put right by hand; it stands over what the door saw. */
export class AttendanceCorrection {
  @IsArray({ message: 'Send the people as a list.' })
  @ArrayMinSize(1, { message: 'Choose at least one person.' })
  @ArrayMaxSize(600, { message: TOO_MANY })
  @ArrayUnique((person: CorrectedPerson | null) => person?.personId, {
    message: 'Name each person once.',
  })
  // A list within the list would count as nested, and be empty.
  @IsObject({ each: true, message: PERSON })
  @ValidateNested({ each: true, message: PERSON })
  @Type(() => CorrectedPerson)
  people!: CorrectedPerson[];

  @IsString({ message: 'Say how you know.' })
  @Length(1, 300, { message: 'Say how you know, in 300 characters or fewer.' })
  @IsNotBlank({ message: 'Say how you know.' })
  reason!: string;
}
