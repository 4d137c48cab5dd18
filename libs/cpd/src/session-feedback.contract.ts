/** Below a session. */
export const FEEDBACK_PATH = 'feedback';
/** The sessions that somebody attended, with how far their feedback is. */
export const OWN_FEEDBACK_PATH = 'cpd/feedback';

/** What teachers are asked after a session: from 1, not at all, to 5, very much. Nothing is forced. */
export const FEEDBACK_QUESTIONS = ['clear', 'useful', 'confident', 'use-it'] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

export const FEEDBACK_QUESTION_WORDS: Readonly<Record<FeedbackQuestion, string>> = {
  clear: 'Was the session clear?',
  useful: 'Was it useful for your teaching?',
  confident: 'Are you more confident with this topic than before?',
  'use-it': 'Will you use something of it in your lessons?',
};

export const FEEDBACK_SCALE = { least: 1, most: 5 } as const;
export const FEEDBACK_COMMENT_LENGTH = 1000;

/** Answers below which nothing about them is shown to anyone who presents. */
export const FEEDBACK_LEAST = 5;

/** One teacher’s feedback as it is stored: beside no name. It is given once and not changed. */
export interface Feedback {
  readonly id: string;
  readonly sessionId: string;
  /** Left out: not answered. */
  readonly answers: Readonly<Partial<Record<FeedbackQuestion, number>>>;
  readonly comment: string | null;
}

export interface FeedbackFigure {
  readonly question: FeedbackQuestion;
  readonly words: string;
  /** Answers behind the mean, a multiple of five; null while there are fewer. */
  readonly answers: number | null;
  /** Mean to one decimal; null while there are fewer than five answers. */
  readonly mean: number | null;
  readonly suppressed: boolean;
}

/** What trainees see of the feedback on their session. */
export interface FeedbackSummary {
  readonly sessionId: string;
  readonly figures: readonly FeedbackFigure[];
}

/** The same with what teachers wrote, for mentors and staff. */
export interface FeedbackForMentor extends FeedbackSummary {
  readonly comments: readonly string[];
}

/** What a reader gets of the feedback on a session, by who they are. */
export type FeedbackView = FeedbackSummary | FeedbackForMentor;

/** `not-over` until the session is; `open` until the feedback is given. */
export const FEEDBACK_STANDINGS = ['not-over', 'open', 'given'] as const;
export type FeedbackStanding = (typeof FEEDBACK_STANDINGS)[number];

/** A session that somebody attended, and how they stand with its feedback; nothing of what they answered. */
export interface FeedbackForm {
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly topicTitle: string;
  readonly startsAt: string;
  readonly standing: FeedbackStanding;
}
