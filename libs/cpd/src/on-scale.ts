import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { FEEDBACK_SCALE } from './session-feedback.contract';

const SCALE = `Answer with a whole number from ${FEEDBACK_SCALE.least} to ${FEEDBACK_SCALE.most}, or leave it out.`;

/** One answer on the scale; it may be left out. */
export const OnScale = (target: object, question: string | symbol): void => {
  for (const decorate of [
    IsOptional(),
    IsInt({ message: SCALE }),
    Min(FEEDBACK_SCALE.least, { message: SCALE }),
    Max(FEEDBACK_SCALE.most, { message: SCALE }),
  ]) {
    decorate(target, question);
  }
};
