import { IsNotBlank } from '@lectern/core/requests';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { MISSING_OUTCOMES, type MissingOutcome } from './door.contract';

const LAST_SEEN = 'Say where and when they were last seen, in 500 characters or fewer.';
const PROCEDURE = 'Write the steps down, one a line, in 6,000 characters or fewer.';
const VERSION = 'Say which version of the procedure was changed, as a whole number.';
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

/** What to do when a pupil cannot be found, one step a line under "At once" and "After 5 minutes". */
export class MissingProcedureRequest {
  @IsString({ message: PROCEDURE })
  @Length(1, 6000, { message: PROCEDURE })
  @IsNotBlank({ message: PROCEDURE })
  text!: string;

  /** The version that was changed: when it is no longer the newest, nothing is saved. */
  @IsInt({ message: VERSION })
  @Min(0, { message: VERSION })
  @Max(1_000_000_000, { message: VERSION })
  version!: number;
}
