import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FEEDBACK_COMMENT_LENGTH, FEEDBACK_SCALE, type FeedbackQuestion } from './session-feedback.contract';

const { least, most } = FEEDBACK_SCALE;
const SCALE = { message: `Answer with a whole number from ${least} to ${most}, or leave it out.` };

/** The answers of one teacher, question by question. */
export class FeedbackAnswers implements Partial<Record<FeedbackQuestion, number>> {
  @IsOptional()
  @IsInt(SCALE)
  @Min(least, SCALE)
  @Max(most, SCALE)
  clear?: number;

  @IsOptional()
  @IsInt(SCALE)
  @Min(least, SCALE)
  @Max(most, SCALE)
  useful?: number;

  @IsOptional()
  @IsInt(SCALE)
  @Min(least, SCALE)
  @Max(most, SCALE)
  confident?: number;

  @IsOptional()
  @IsInt(SCALE)
  @Min(least, SCALE)
  @Max(most, SCALE)
  'use-it'?: number;
}

/** Feedback on a session that somebody attended; given once. */
export class FeedbackRequest {
  @IsObject({ message: 'Send the answers as an object, question by question.' })
  @ValidateNested()
  @Type(() => FeedbackAnswers)
  answers!: FeedbackAnswers;

  @IsOptional()
  @IsString({ message: 'Write your comment as text.' })
  @MaxLength(FEEDBACK_COMMENT_LENGTH, { message: 'Keep your comment to 1,000 characters.' })
  comment?: string | null;
}
