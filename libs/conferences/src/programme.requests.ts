import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { YEAR_GROUPS, type YearGroup } from './conference.contract';
import {
  type Grouping,
  GROUPINGS,
  ROOM_CAPACITY_MAX,
  SPEAKER_KINDS,
  type SpeakerKind,
} from './programme.contract';

/** Whether everybody may read the programme. */
export class ProgrammePublicationRequest {
  @IsBoolean({ message: 'Say whether the programme is published: true or false.' })
  published!: boolean;
}

export class ProgrammeStrandRequest {
  @IsString({ message: 'Enter the name of the strand.' })
  @Length(1, 60, { message: 'Enter the name of the strand, in 60 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the name of the strand.' })
  name!: string;
}

export class ProgrammeRoomRequest {
  @IsString({ message: 'Enter the name of the room.' })
  @Length(1, 80, { message: 'Enter the name of the room, in 80 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the name of the room.' })
  name!: string;

  /** People that the room holds, pupils and adults together. */
  @IsInt({ message: 'Enter how many people the room holds as a whole number, such as 60.' })
  @Min(1, { message: 'A room must hold at least one person.' })
  @Max(ROOM_CAPACITY_MAX, { message: 'A room holds 2,000 people at most.' })
  capacity!: number;
}

/** A stretch of the conference's day. Times are ISO 8601 with offset or Z. */
export class ProgrammeSlotRequest {
  @IsString({ message: 'Enter a name, such as “Session 1” or “Lunch”.' })
  @Length(1, 60, { message: 'Enter a name in 60 characters or fewer, such as “Session 1” or “Lunch”.' })
  @IsNotBlank({ message: 'Enter a name, such as “Session 1” or “Lunch”.' })
  name!: string;

  @IsInstant({ message: 'Enter when it starts, such as 2027-03-09T10:00:00Z.' })
  startsAt!: string;

  @IsInstant({ message: 'Enter when it ends, such as 2027-03-09T10:45:00Z.' })
  endsAt!: string;

  @IsIn(GROUPINGS, { message: 'Choose how groups come to it: together, placed or choose.' })
  grouping!: Grouping;
}

export class ProgrammeSpeakerRequest {
  @IsString({ message: 'Enter the speaker’s name.' })
  @Length(1, 120, { message: 'Enter the speaker’s name, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the speaker’s name.' })
  name!: string;

  @IsIn(SPEAKER_KINDS, { message: 'Choose who the speaker is: staff, guest or trainee.' })
  kind!: SpeakerKind;

  @IsOptional()
  @IsString({ message: 'Write where the speaker comes from as text.' })
  @MaxLength(120, { message: 'Keep where the speaker comes from to 120 characters.' })
  affiliation?: string | null;
}

/** A session of the programme; room, strand and speakers may follow later. */
export class ProgrammeSessionRequest {
  @IsString({ message: 'Enter a title.' })
  @Length(1, 120, { message: 'Enter a title in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter a title.' })
  title!: string;

  @IsOptional()
  @IsString({ message: 'Write the summary as text.' })
  @MaxLength(1000, { message: 'Keep the summary to 1,000 characters.' })
  summary?: string | null;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a strand of this programme.' })
  strandId?: string | null;

  @IsUUID(undefined, { message: 'Choose a time of this programme.' })
  slotId!: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a room of this programme.' })
  roomId?: string | null;

  /** Empty or left out: for every year group of the conference. */
  @IsOptional()
  @IsArray({ message: 'Send the year groups as a list.' })
  @ArrayMaxSize(7, { message: 'There are seven year groups, 7 to 13.' })
  @ArrayUnique({ message: 'Name each year group once.' })
  @IsIn(YEAR_GROUPS, { each: true, message: 'Year groups are 7 to 13.' })
  yearGroups?: YearGroup[] | null;

  @IsOptional()
  @IsArray({ message: 'Send the speakers as a list.' })
  @ArrayMaxSize(20, { message: 'A session has 20 speakers at most.' })
  @ArrayUnique({ message: 'Name each speaker once.' })
  @IsUUID(undefined, { each: true, message: 'Choose speakers of this programme.' })
  speakerIds?: string[] | null;
}
