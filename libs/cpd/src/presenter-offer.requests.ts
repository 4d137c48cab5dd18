import { IsDay, IsNotBlank } from '@lectern/core/requests';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { OFFER_DECISIONS, type OfferDecision, PLACEMENT_DAYS_AT_ONCE } from './presenter-offer.contract';
import { TEACHER_STANDARDS, type TeacherStandard } from './teacher-standards';

const NOTE_LENGTH = 2000;

/** What a mentor decides; asking for changes and declining need a note. */
export class OfferDecisionRequest {
  @IsIn(OFFER_DECISIONS, { message: 'Choose what you decide: approve, request-changes or decline.' })
  decision!: OfferDecision;

  @IsOptional()
  @IsString({ message: 'Write the note as text.' })
  @MaxLength(NOTE_LENGTH, { message: 'Keep the note to 2,000 characters.' })
  note?: string;
}

/** An offer with the changes that a mentor asked for. */
export class OfferRevision {
  @IsString({ message: 'Say what you would do in the session.' })
  @Length(20, 4000, { message: 'Say what you would do in the session, in 20 to 4,000 characters.' })
  @IsNotBlank({ message: 'Say what you would do in the session.' })
  outline!: string;
}

/** Taking an offer back; the whole team’s. */
export class OfferWithdrawal {
  @IsString({ message: 'Say why you withdraw.' })
  @Length(1, 500, { message: 'Say why you withdraw, in 500 characters or fewer.' })
  @IsNotBlank({ message: 'Say why you withdraw.' })
  reason!: string;
}

/** A line on the thread of an offer. */
export class OfferNote {
  @IsString({ message: 'Write your note.' })
  @Length(1, NOTE_LENGTH, { message: 'Write your note in 2,000 characters or fewer.' })
  @IsNotBlank({ message: 'Write your note.' })
  text!: string;
}

/** Days that a trainee spends in one placement school. */
export class PlacementDaysRequest {
  @IsString({ message: 'Enter the name of your placement school.' })
  @Length(2, 120, { message: 'Enter the name of your placement school, in 2 to 120 characters.' })
  @IsNotBlank({ message: 'Enter the name of your placement school.' })
  schoolName!: string;

  @IsArray({ message: 'Send the days as a list.' })
  @ArrayMinSize(1, { message: 'Choose at least one day.' })
  @ArrayMaxSize(PLACEMENT_DAYS_AT_ONCE, { message: `Send ${PLACEMENT_DAYS_AT_ONCE} days at a time at most.` })
  @ArrayUnique({ message: 'Name each day once.' })
  @IsDay({ each: true, message: 'Enter days such as 2027-03-09.' })
  days!: string[];
}

/** That somebody’s suitability was confirmed; nothing of what the certificate says. */
export class SuitabilityRequest {
  @IsString({ message: 'Enter who confirmed it.' })
  @Length(2, 120, { message: 'Enter who confirmed it, in 2 to 120 characters.' })
  @IsNotBlank({ message: 'Enter who confirmed it.' })
  confirmedBy!: string;

  @IsDay({ message: 'Enter the day on which it was confirmed, such as 2026-09-14.' })
  confirmedOn!: string;
}

/** What a trainee adds to the evidence of a session. */
export class EvidenceChange {
  @IsOptional()
  @IsArray({ message: 'Send the Teachers’ Standards as a list.' })
  @ArrayMinSize(1, { message: 'Choose at least one of the Teachers’ Standards.' })
  @ArrayUnique({ message: 'Name each standard once.' })
  @IsIn(TEACHER_STANDARDS, { each: true, message: `Standards are ${TEACHER_STANDARDS.join(', ')}.` })
  standards?: TeacherStandard[];

  @IsOptional()
  @IsString({ message: 'Write your reflection as text.' })
  @MaxLength(NOTE_LENGTH, { message: 'Keep your reflection to 2,000 characters.' })
  reflection?: string | null;
}
