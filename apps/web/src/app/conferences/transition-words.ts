import type { ConferenceState } from '@lectern/conferences';

/** What a step of a conference's life is called, and what it means. */
export interface TransitionWords {
  readonly button: string;
  readonly heading: string;
  readonly meaning: string;
  /** Whether it cannot be undone, so that it is asked for twice. */
  readonly final: boolean;
}

/** The step into each state; `draft` is never gone back to. */
export const TRANSITION_WORDS: Readonly<Record<ConferenceState, TransitionWords>> = {
  draft: { button: 'Back to draft', heading: '', meaning: '', final: false },
  published: {
    button: 'Publish conference',
    heading: 'Publish this conference?',
    meaning: 'Anyone can see it from now on, and its page keeps its address. It cannot become a draft again.',
    final: true,
  },
  'registration-open': {
    button: 'Open registration',
    heading: 'Open registration?',
    meaning: 'Schools can register groups from now on. You can close registration again at any time.',
    final: false,
  },
  'registration-closed': {
    button: 'Close registration',
    heading: 'Close registration?',
    meaning: 'No school can register a group. You can open registration again until the day begins.',
    final: false,
  },
  live: {
    button: 'Start the day',
    heading: 'Start the day?',
    meaning: 'The doors count people in from now on. Registration cannot be opened again.',
    final: true,
  },
  completed: {
    button: 'Complete conference',
    heading: 'Complete this conference?',
    meaning: 'The doors stop counting, and nothing about the conference can be changed any more.',
    final: true,
  },
  archived: {
    button: 'Archive conference',
    heading: 'Archive this conference?',
    meaning: 'It leaves the public list. Staff can still see it.',
    final: true,
  },
  cancelled: {
    button: 'Cancel this conference',
    heading: 'Cancel this conference?',
    meaning:
      'Every group loses its places, and everybody who booked is told the reason. It cannot be undone.',
    final: true,
  },
};

/** What a conference in this state is waiting for, in a sentence. */
export const STATE_MEANINGS: Readonly<Record<ConferenceState, string>> = {
  draft: 'Only staff can see it. Publish it when its date and place are certain.',
  published: 'Anyone can see it. Schools can register once you open registration.',
  'registration-open': 'Schools register groups and name the people who come.',
  'registration-closed': 'No new groups. Schools finish their lists; you pair the phones for the doors.',
  live: 'The doors count people in. Watch them arrive under Check-in.',
  completed: 'The day is over, and nothing can be changed any more.',
  archived: 'It has left the public list.',
  cancelled: 'It does not take place, and it cannot be taken up again.',
};
