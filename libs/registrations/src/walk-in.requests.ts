import { IsNotBlank } from '@lectern/core/requests';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { PERSON_KINDS, type PersonKind } from './roster.contract';

const REASON = 'Say why they come without being on the list, in 300 characters or fewer.';
const YEAR = 'Year group must be 7 to 13.';

/** The name of somebody who is put on a list at the door. */
export class NewcomerName {
  @IsString({ message: 'Enter a first name.' })
  @Length(1, 80, { message: 'Enter a first name, in 80 characters or fewer.' })
  givenName!: string;

  @IsString({ message: 'Enter a last name.' })
  @Length(1, 80, { message: 'Enter a last name, in 80 characters or fewer.' })
  familyName!: string;

  /** Pupils only. */
  @IsOptional()
  @IsInt({ message: YEAR })
  @Min(7, { message: YEAR })
  @Max(13, { message: YEAR })
  yearGroup?: number;
}

/** Somebody who came without being on the list of the group that they came with. */
export class WalkInRequest extends NewcomerName {
  @IsUUID('all', { message: 'Name the group by its id.' })
  groupId!: string;

  @IsIn(PERSON_KINDS, { message: 'Each person is a pupil or an adult.' })
  kind!: PersonKind;

  @IsString({ message: REASON })
  @Length(1, 300, { message: REASON })
  @IsNotBlank({ message: REASON })
  reason!: string;

  /** Lets them come although no place is left; kept, and shown to staff. */
  @IsOptional()
  @IsBoolean({ message: 'Say true to go over the places, or leave it out.' })
  overPlaces?: boolean;
}
