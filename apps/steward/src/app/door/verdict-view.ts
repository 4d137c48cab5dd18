import {
  type Checkpoint,
  type DeviceRole,
  OVERRIDABLE,
  type ScannedTicket,
  type ScanOutcome,
  type TicketFlag,
  type VerdictCircumstances,
  verdictWords,
} from '@lectern/check-in';
import type { DoorVerdict } from '../scans/verdicts';

/** How a verdict looks, sounds and feels. Never by colour alone: each tone has its shape and its words. */
export type Tone = 'go' | 'wait' | 'stop' | 'note';

/** A verdict ready for the screen and for a screen reader. */
export interface VerdictView {
  readonly scanId: string;
  readonly tone: Tone;
  readonly title: string;
  /** Who it is, where that is known and not the title itself. */
  readonly person: string;
  readonly school: string;
  readonly next: string;
  readonly flags: readonly string[];
  /** Whether the person is going out rather than in. */
  readonly leaving: boolean;
  /** Whether it goes by itself, since there is nothing left to read or do. */
  readonly passing: boolean;
  /** Whether this phone's holder may let the person in all the same. */
  readonly mayOverride: boolean;
  /** A small word about the scan itself; empty when there is nothing to say. */
  readonly mark: string;
  /** Whether it is left to the holder of this phone, steward or supervisor. */
  readonly mayLetIn: boolean;
}

const TONES: Record<ScanOutcome, Tone> = {
  admitted: 'go',
  left: 'go',
  'already-in': 'wait',
  conflict: 'wait',
  refused: 'stop',
};

/** What a flag says at the door. */
export const FLAG_WORDS: Record<TicketFlag, string> = {
  'no-photo': 'No photos',
  'access-need': 'Has an access need',
  'late-cancellation': 'Cancelled late: tell a supervisor',
  'walk-in': 'Came without a booking',
};

/**
 * Flags that somebody must act on, so that the verdict waits for them. "No photos" is shown and goes by itself: a
 * school that has not asked its parents yet brings thirty of them.
 */
const HOLDS: readonly TicketFlag[] = ['access-need', 'late-cancellation'];

const firstName = (ticket: ScannedTicket): string => ticket.displayName.split(/\s+/)[0] ?? ticket.displayName;

const told = (verdict: DoorVerdict, context: VerdictContext): VerdictCircumstances | null => {
  const { checkpoint, at } = context;
  const window = { opensAt: checkpoint?.opensAt, closesAt: checkpoint?.closesAt };
  if (verdict.kind === 'refused-here') return { outcome: 'refused', reason: verdict.reason };
  if (verdict.kind !== 'answered') return null;
  return { ...window, ...verdict.result, at };
};

const BARE = {
  person: '',
  school: '',
  flags: [],
  leaving: false,
  passing: false,
  mayOverride: false,
} as const;
const UNSENT = 'Not sent yet';

/** Nobody can tell: the phone cannot check badges by itself, and the server is out of reach. */
const keptView = (verdict: DoorVerdict, waiting: number): VerdictView => ({
  ...BARE,
  scanId: verdict.scanId,
  tone: 'note',
  title: 'No connection',
  next: `Scan kept, ${waiting} waiting to send. This browser cannot check badges without the server.`,
  mark: '',
  mayLetIn: false,
});

/**
 * A ticket that the list does not hold. With a genuine signature it was made for this event after the list was last
 * fetched, such as a late booking: turning a child away for that would be worse than asking the person at the door. A
 * short code has no signature, so that anybody may make one up.
 */
const unlistedView = (verdict: DoorVerdict & { kind: 'unlisted' }): VerdictView => ({
  ...BARE,
  scanId: verdict.scanId,
  tone: verdict.genuine ? 'wait' : 'stop',
  title: verdict.genuine ? 'Genuine badge, not on this phone’s list yet' : 'Not on this phone’s list',
  next: verdict.genuine
    ? 'It was made for this event since the list was last fetched. You may let them in.'
    : 'Scan the square code, which proves itself. If there is none, ask a supervisor.',
  mark: UNSENT,
  mayLetIn: verdict.genuine,
});

export interface VerdictContext {
  readonly checkpoint: Pick<Checkpoint, 'opensAt' | 'closesAt'> | null;
  readonly waiting: number;
  readonly role: DeviceRole;
  /** Now, by the server's clock. */
  readonly at: string;
}

/** What to show for a verdict; null while it is not known yet. */
export const viewVerdict = (verdict: DoorVerdict, context: VerdictContext): VerdictView | null => {
  if (verdict.kind === 'kept') return keptView(verdict, context.waiting);
  if (verdict.kind === 'unlisted') return unlistedView(verdict);
  const circumstances = told(verdict, context);
  if (!circumstances) return null;
  const ticket = verdict.kind === 'answered' ? verdict.result.ticket : undefined;
  const words = verdictWords(circumstances);
  const tone = TONES[circumstances.outcome];
  const leaving = circumstances.outcome === 'left';
  const named = tone === 'go' && ticket;
  const flags = (ticket?.flags ?? []).map((flag) => FLAG_WORDS[flag]);
  const obstacle = circumstances.outcome === 'refused' ? circumstances.reason : circumstances.outcome;
  return {
    scanId: verdict.scanId,
    tone,
    title: named ? firstName(ticket) : words.title,
    person: ticket?.displayName ?? '',
    school: ticket?.school ?? '',
    next: named ? (leaving ? 'Has left' : 'May go in') : words.next,
    flags,
    leaving,
    passing: tone === 'go' && !HOLDS.some((flag) => ticket?.flags.includes(flag)),
    mark: verdict.kind === 'answered' && verdict.isOwn ? UNSENT : '',
    mayLetIn: false,
    mayOverride:
      context.role === 'supervisor' &&
      verdict.direction === 'in' &&
      OVERRIDABLE.some((overridable) => overridable === obstacle),
  };
};

/** The verdict in one breath, for a screen reader. */
export const announce = (view: VerdictView): string =>
  [
    view.title,
    view.person === view.title ? '' : view.person,
    view.school,
    ...view.flags,
    view.next,
    view.mark,
  ]
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
