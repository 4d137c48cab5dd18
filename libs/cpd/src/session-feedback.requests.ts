import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FEEDBACK_COMMENT_LENGTH, FEEDBACK_SCALE, type FeedbackQuestion } from './session-feedback.contract';

const SCALE = `Answer with a whole number from ${FEEDBACK_SCALE.least} to ${FEEDBACK_SCALE.most}, or leave it out.`;

/** One answer on the scale; it may be left out. */
const OnScale: PropertyDecorator = (target, question) => {
  for (const decorate of [
    IsOptional(),
    IsInt({ message: SCALE }),
    Min(FEEDBACK_SCALE.least, { message: SCALE }),
    Max(FEEDBACK_SCALE.most, { message: SCALE }),
  ]) {
    decorate(target, question);
  }
};

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
