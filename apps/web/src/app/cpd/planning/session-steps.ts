import type { CpdSessionStatus } from '@lectern/cpd';

/** What a step of a session’s life is called, and what it means. */
export interface SessionStepWords {
  readonly button: string;
  readonly heading: string;
  readonly meaning: string;
}

/** The step into each state; nothing becomes `proposed`, which is how what trainees suggest begins. */
export const SESSION_STEPS: Readonly<Record<CpdSessionStatus, SessionStepWords>> = {
  proposed: { button: '', heading: '', meaning: '' },
  draft: {
    button: 'Take it into the plan',
    heading: 'Take this proposal into the plan?',
    meaning: 'It becomes a draft with its own room. You can still change everything about it.',
  },
  published: {
    button: 'Open for booking',
    heading: 'Open this session for booking?',
    meaning:
      'Teachers can book it and trainees can offer to deliver it from now on. It cannot become a draft again.',
  },
  delivered: {
    button: 'Mark as delivered',
    heading: 'Was this session delivered?',
    meaning: 'Feedback, certificates and evidence follow from it. It cannot be undone.',
  },
  cancelled: {
    button: 'Cancel this session',
    heading: 'Cancel this session?',
    meaning: 'Everybody who booked it or offered to deliver it is told the reason. It cannot be undone.',
  },
};
