/** The states of a conference, in the order of its life; `cancelled` ends it from any state before completed. */
export const CONFERENCE_STATES = [
  'draft',
  'published',
  'registration-open',
  'registration-closed',
  'live',
  'completed',
  'archived',
  'cancelled',
] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

/** The lifecycle: from each state, the states that may follow; the first is the usual next step. */
export const CONFERENCE_TRANSITIONS: Readonly<Record<ConferenceState, readonly ConferenceState[]>> = {
  draft: ['published', 'cancelled'],
  published: ['registration-open', 'cancelled'],
  'registration-open': ['registration-closed', 'cancelled'],
  'registration-closed': ['live', 'registration-open', 'cancelled'],
  live: ['completed', 'cancelled'],
  completed: ['archived'],
  archived: [],
  cancelled: [],
};

/** What each state is called, in the interface. */
export const CONFERENCE_STATE_NAMES: Readonly<Record<ConferenceState, string>> = {
  draft: 'Draft',
  published: 'Published',
  'registration-open': 'Registration open',
  'registration-closed': 'Registration closed',
  live: 'Live today',
  completed: 'Completed',
  archived: 'Archived',
  cancelled: 'Cancelled',
};

/** Whether a conference may go from one state to the other. */
export const mayBecome = (from: ConferenceState, to: ConferenceState): boolean =>
  CONFERENCE_TRANSITIONS[from].includes(to);

/** Whether anyone may see the conference without signing in. */
export const isPublic = (state: ConferenceState): boolean => state !== 'draft';
