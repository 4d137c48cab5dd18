import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SESSION_CHOICES_MAX } from './group-sessions.contract';

/** What a group would like in one slot, best first; an empty list takes its choices back. */
export class SlotWish {
  @IsUUID(undefined, { message: 'Choose a time of the programme.' })
  slotId!: string;

  @IsArray({ message: 'Send the chosen sessions as a list, the best first.' })
  @ArrayMaxSize(SESSION_CHOICES_MAX, { message: 'Choose ten sessions at most.' })
  @ArrayUnique({ message: 'Name each session once.' })
  @IsUUID(undefined, { each: true, message: 'Choose sessions of the programme.' })
  sessionIds!: string[];
}

/** What a group would like; slots that are not named stay as they are. */
export class SessionChoicesRequest {
  @IsArray({ message: 'Send the choices as a list, one for each time.' })
  @ArrayMaxSize(60, { message: 'A programme has 60 times at most.' })
  @ValidateNested({ each: true, message: 'Send each choice with its own fields.' })
  @Type(() => SlotWish)
  choices!: SlotWish[];
}

const numberOf = (what: string) => ({ message: `Enter how many ${what} as a whole number.` });

/** Staff place a group in a session; all of it that has no session at that time when no numbers are said. */
export class SessionPlacementRequest {
  @IsUUID(undefined, { message: 'Choose a group of this conference.' })
  groupId!: string;

  @IsUUID(undefined, { message: 'Choose a session of the programme.' })
  sessionId!: string;

  @IsOptional()
  @IsInt(numberOf('pupils'))
  @Min(1, { message: 'Place at least one pupil.' })
  @Max(500, { message: 'A group has 500 pupils at most.' })
  pupils?: number | null;

  @IsOptional()
  @IsInt(numberOf('adults'))
  @Min(0, { message: 'Adults cannot be fewer than none.' })
  @Max(100, { message: 'A group has 100 adults at most.' })
  adults?: number | null;

  /** The placement that this one is made instead of: the group moves. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose where the group is now.' })
  insteadOf?: string | null;
}

/** Works sessions out without keeping anything; another seed draws the order of equals anew. */
export class SessionPlanRequest {
  @IsOptional()
  @Matches(/^[\w-]{1,40}$/, { message: 'A seed has 1 to 40 letters and digits.' })
  seed?: string | null;
}

/** Keeps and tells what a dry run showed. */
export class SessionPlanPublication {
  @Matches(/^[\w-]{1,40}$/, { message: 'Send the seed of the dry run.' })
  seed!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'Send the digest of the dry run.' })
  digest!: string;
}
