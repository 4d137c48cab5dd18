import { IsNotBlank } from '@lectern/core/requests';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MISSING_OUTCOMES, type MissingOutcome } from './door.contract';

const LAST_SEEN = 'Say where and when they were last seen, in 500 characters or fewer.';
const STEP = 'Say what was done, in 1,000 characters or fewer.';

/** Opens the record of a pupil whom nobody can find. */
export class MissingPupilRequest {
  @IsUUID('all', { message: 'Name the ticket by its id.' })
  ticketId!: string;

  @IsString({ message: LAST_SEEN })
  @Length(1, 500, { message: LAST_SEEN })
  @IsNotBlank({ message: LAST_SEEN })
  lastSeen!: string;
}

/** One thing that was done to find them. */
export class MissingPupilStepRequest {
  @IsString({ message: STEP })
  @Length(1, 1000, { message: STEP })
  @IsNotBlank({ message: STEP })
  text!: string;
}

/** How it ended. */
export class MissingPupilClosureRequest {
  @IsIn(MISSING_OUTCOMES, { message: 'Choose how it ended.' })
  outcome!: MissingOutcome;

  /** What the record should say beside the outcome. */
  @IsOptional()
  @IsString({ message: 'The note must be text.' })
  @MaxLength(1000, { message: 'A note has 1,000 characters at most.' })
  note?: string;
}
