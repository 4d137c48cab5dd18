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

/** Feedback with its place in the order of arrival, which only ever grows; given once and never changed or taken away. */
export interface ArrivedFeedback extends Feedback {
  readonly sequence: number;
}

const isOnScale = (value: number | undefined): value is number =>
  value !== undefined &&
  Number.isInteger(value) &&
  value >= FEEDBACK_SCALE.least &&
  value <= FEEDBACK_SCALE.most;

/**
 * The answers to one question that are shown: the first five, ten, fifteen … to arrive that answered it, never the
 * remainder. So the summaries before and after one more answer are either equal or differ by five answers at once, and
 * no two of them can be taken from each other to find one.
 */
const shownAnswers = (inOrder: readonly ArrivedFeedback[], question: FeedbackQuestion): readonly number[] => {
  const answers = inOrder.map((feedback) => feedback.answers[question]).filter(isOnScale);
  return answers.slice(0, answers.length - (answers.length % FEEDBACK_LEAST));
};

const figureOf = (inOrder: readonly ArrivedFeedback[], question: FeedbackQuestion): FeedbackFigure => {
  const answers = shownAnswers(inOrder, question);
  const words = FEEDBACK_QUESTION_WORDS[question];
  if (answers.length === 0) return { question, words, answers: null, mean: null, suppressed: true };
  const mean = answers.reduce((sum, value) => sum + value, 0) / answers.length;
  return { question, words, answers: answers.length, mean: Math.round(mean * 10) / 10, suppressed: false };
};

const arrived = (sessionId: string, feedback: readonly ArrivedFeedback[]): readonly ArrivedFeedback[] =>
  feedback.filter((one) => one.sessionId === sessionId).sort((a, b) => a.sequence - b.sequence);

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
  const inOrder = arrived(sessionId, feedback);
  return { sessionId, figures: FEEDBACK_QUESTIONS.map((question) => figureOf(inOrder, question)) };
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
  comments: arrived(sessionId, feedback)
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
