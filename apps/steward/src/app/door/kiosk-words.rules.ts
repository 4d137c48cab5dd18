import { londonClock } from '@lectern/core';
import type { DoorVerdict } from '../scans/verdicts';
import type { Tone } from './verdict-view';

/** A verdict in words for the person who holds the badge, rather than for a steward. */
export interface KioskWords {
  readonly tone: Tone;
  readonly title: string;
  readonly next: string;
}

const firstName = (displayName: string | undefined): string => displayName?.split(/\s+/)[0] ?? '';

const named = (words: string, name: string): string => (name ? `${words}, ${name}` : words);

const ASK: KioskWords = { tone: 'wait', title: 'Ask a steward', next: 'They are nearby and will help you.' };

type Answered = DoorVerdict & { readonly kind: 'answered' };

const answered = ({ result }: Answered): KioskWords => {
  const name = firstName(result.ticket?.displayName);
  switch (result.outcome) {
    case 'admitted':
      return { tone: 'go', title: named('Welcome', name), next: 'Go in.' };
    case 'left':
      return { tone: 'go', title: named('Goodbye', name), next: 'Safe journey home.' };
    case 'already-in':
    case 'conflict': {
      const at = result.firstAdmittedAt ? ` at ${londonClock(result.firstAdmittedAt)}` : '';
      return { tone: 'wait', title: `This badge came in${at}`, next: 'Is it yours? Ask a steward.' };
    }
    case 'refused':
      return result.rightPlace
        ? { tone: 'wait', title: 'Your session is elsewhere', next: `Go to ${result.rightPlace}.` }
        : { ...ASK, tone: 'stop' };
  }
};

/** What a tablet at the door says; null while nothing is known yet. It tells nobody why a badge is refused: a steward does. */
export const kioskWords = (verdict: DoorVerdict): KioskWords | null => {
  if (verdict.kind === 'checking') return null;
  if (verdict.kind === 'answered') return answered(verdict);
  if (verdict.kind !== 'refused-here') return ASK;
  return verdict.reason === 'damaged-code'
    ? {
        tone: 'stop',
        title: 'That code could not be read',
        next: 'Hold the badge flat and still, or ask a steward.',
      }
    : {
        tone: 'stop',
        title: 'That is not a badge for today',
        next: 'Hold the square code on your badge here.',
      };
};
