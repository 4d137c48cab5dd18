import {
  type Certificate,
  type EvidenceForMentor,
  FEEDBACK_QUESTION_WORDS,
  FEEDBACK_QUESTIONS,
  type FeedbackForm,
  type FeedbackSummary,
  USUAL_STANDARDS,
} from '@lectern/cpd';

/** An invented certificate, for specs. */
export const aCertificate = (change: Partial<Certificate> = {}): Certificate => ({
  id: 'certificate',
  kind: 'attended-session',
  name: 'Wren Oakley',
  title: 'Circle theorems without tears',
  topicTitle: 'Circle theorems',
  heldFrom: '2027-03-09T16:00:00.000Z',
  heldUntil: '2027-03-09T17:30:00.000Z',
  sessions: 1,
  minutes: 90,
  trn: null,
  issuedAt: '2027-03-09T18:00:00.000Z',
  code: '0000-0000-0011',
  withdrawnAt: null,
  withdrawalReason: null,
  ...change,
});

/** A summary with this mean for every question; null while fewer than five answered. */
export const aSummary = (mean: number | null, answers = 5): FeedbackSummary => ({
  sessionId: 'session',
  figures: FEEDBACK_QUESTIONS.map((question) => ({
    question,
    words: FEEDBACK_QUESTION_WORDS[question],
    answers: mean === null ? null : answers,
    mean,
    suppressed: mean === null,
  })),
});

export const someEvidence = (change: Partial<EvidenceForMentor> = {}): EvidenceForMentor => ({
  id: 'evidence',
  sessionId: 'session',
  sessionTitle: 'Circle theorems without tears',
  topicTitle: 'Circle theorems',
  deliveredAt: '2027-03-09T16:00:00.000Z',
  minutes: 90,
  teachersAttended: 7,
  standards: USUAL_STANDARDS,
  reflection: null,
  mentorNote: null,
  feedback: aSummary(null),
  traineeName: 'Robin Vale',
  comments: [],
  ...change,
});

export const aFeedbackForm = (change: Partial<FeedbackForm> = {}): FeedbackForm => ({
  sessionId: 'session',
  sessionTitle: 'Circle theorems without tears',
  topicTitle: 'Circle theorems',
  startsAt: '2027-03-09T16:00:00.000Z',
  standing: 'open',
  ...change,
});
