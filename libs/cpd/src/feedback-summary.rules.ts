import {
  type Feedback,
  FEEDBACK_LEAST,
  FEEDBACK_QUESTION_WORDS,
  FEEDBACK_QUESTIONS,
  FEEDBACK_SCALE,
  type FeedbackFigure,
  type FeedbackForMentor,
  type FeedbackQuestion,
  type FeedbackSummary,
} from './session-feedback.contract';

/**
 * Feedback with the five that it arrived among: 0 for the first five on its session, 1 for the next, and so on. That is
 * all that is kept of the order of arrival, so that nobody who knows who answered when can tell whose answer it is. It
 * is given once and never changed or taken away.
 */
export interface ArrivedFeedback extends Feedback {
  readonly batch: number;
}

/** Where the next feedback on a session belongs, after so many. */
export const feedbackBatch = (given: number): number => Math.floor(given / FEEDBACK_LEAST);

const isOnScale = (value: number | undefined): value is number =>
  value !== undefined &&
  Number.isInteger(value) &&
  value >= FEEDBACK_SCALE.least &&
  value <= FEEDBACK_SCALE.most;

/**
 * The answers to one question that are shown: of the fives that are complete, the first five, ten, fifteen … that
 * answered it, never the remainder. Complete fives never change and new ones only follow, so the summaries before and
 * after one more answer are either equal or differ by five answers at once, and no two of them can be taken from each
 * other to find one.
 */
const shownAnswers = (
  complete: readonly ArrivedFeedback[],
  question: FeedbackQuestion,
): readonly number[] => {
  const answers = complete.map((feedback) => feedback.answers[question]).filter(isOnScale);
  return answers.slice(0, answers.length - (answers.length % FEEDBACK_LEAST));
};

const figureOf = (complete: readonly ArrivedFeedback[], question: FeedbackQuestion): FeedbackFigure => {
  const answers = shownAnswers(complete, question);
  const words = FEEDBACK_QUESTION_WORDS[question];
  if (answers.length === 0) return { question, words, answers: null, mean: null, suppressed: true };
  const mean = answers.reduce((sum, value) => sum + value, 0) / answers.length;
  return { question, words, answers: answers.length, mean: Math.round(mean * 10) / 10, suppressed: false };
};

const ofSession = (sessionId: string, feedback: readonly ArrivedFeedback[]): readonly ArrivedFeedback[] =>
  feedback.filter((one) => one.sessionId === sessionId);

/** Of the fives that are complete, batch by batch; within one by their ids, which are drawn at random. */
const completeFives = (feedback: readonly ArrivedFeedback[]): readonly ArrivedFeedback[] => {
  const isComplete = (batch: number): boolean =>
    feedback.filter((one) => one.batch === batch).length >= FEEDBACK_LEAST;
  return feedback
    .filter(({ batch }) => isComplete(batch))
    .sort((a, b) => a.batch - b.batch || (a.id < b.id ? -1 : 1));
};

/**
 * The feedback on one session as everybody sees it who presents: nothing on a question until five answered it, then the
 * mean in steps of five answers; no counts by answer and no comments. Every page, export and PDF goes through here. A
 * figure over several sessions would have to be worked out from these figures and never from the answers, or the two
 * together would undo the suppression.
 */
export const summariseFeedback = (
  sessionId: string,
  feedback: readonly ArrivedFeedback[],
): FeedbackSummary => {
  const complete = completeFives(ofSession(sessionId, feedback));
  return { sessionId, figures: FEEDBACK_QUESTIONS.map((question) => figureOf(complete, question)) };
};

/**
 * The same figures with what teachers wrote, for mentors and staff. Comments stand in the order of the alphabet: the
 * order in which they came would tell who left the room first.
 */
export const feedbackForMentor = (
  sessionId: string,
  feedback: readonly ArrivedFeedback[],
): FeedbackForMentor => ({
  ...summariseFeedback(sessionId, feedback),
  comments: ofSession(sessionId, feedback)
    .flatMap(({ comment }) => comment?.trim() || [])
    .sort((a, b) => a.localeCompare(b, 'en-GB')),
});

/** Who may read what of the feedback on a session; anybody else reads nothing. */
export const feedbackFor = (
  reader: 'presenter' | 'mentor' | 'staff',
  sessionId: string,
  feedback: readonly ArrivedFeedback[],
): FeedbackSummary | FeedbackForMentor =>
  reader === 'presenter' ? summariseFeedback(sessionId, feedback) : feedbackForMentor(sessionId, feedback);
