import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { OnScale } from './on-scale';
import { FEEDBACK_COMMENT_LENGTH, type FeedbackQuestion } from './session-feedback.contract';

/** The answers of one teacher, question by question. */
export class FeedbackAnswers implements Partial<Record<FeedbackQuestion, number>> {
  @OnScale
  clear?: number;

  @OnScale
  useful?: number;

  @OnScale
  confident?: number;

  @OnScale
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
