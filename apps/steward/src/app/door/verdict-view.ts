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
}

const TONES: Record<ScanOutcome, Tone> = {
  admitted: 'go',
  left: 'go',
  'already-in': 'wait',
  conflict: 'wait',
  refused: 'stop',
};

const FLAGS: Record<TicketFlag, string> = {
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

const told = (verdict: DoorVerdict, checkpoint: Checkpoint | null): VerdictCircumstances | null => {
  const window = { opensAt: checkpoint?.opensAt, closesAt: checkpoint?.closesAt };
  if (verdict.kind === 'refused-here') return { outcome: 'refused', reason: verdict.reason };
  if (verdict.kind !== 'answered') return null;
  return { ...window, ...verdict.result, at: new Date().toISOString() };
};

const keptView = (verdict: DoorVerdict & { kind: 'kept' }, waiting: number): VerdictView => ({
  scanId: verdict.scanId,
  tone: 'note',
  title: 'No connection',
  person: '',
  school: '',
  next:
    `Scan kept, ${waiting} waiting to send.` +
    (verdict.genuine ? ' The badge is genuine, but it may have been used already.' : ''),
  flags: [],
  leaving: false,
  passing: false,
  mayOverride: false,
});

/** What to show for a verdict; null while it is not known yet. */
export const viewVerdict = (
  verdict: DoorVerdict,
  context: { readonly checkpoint: Checkpoint | null; readonly waiting: number; readonly role: DeviceRole },
): VerdictView | null => {
  if (verdict.kind === 'kept') return keptView(verdict, context.waiting);
  const circumstances = told(verdict, context.checkpoint);
  if (!circumstances) return null;
  const ticket = verdict.kind === 'answered' ? verdict.result.ticket : undefined;
  const words = verdictWords(circumstances);
  const tone = TONES[circumstances.outcome];
  const leaving = circumstances.outcome === 'left';
  const named = tone === 'go' && ticket;
  const flags = (ticket?.flags ?? []).map((flag) => FLAGS[flag]);
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
    mayOverride:
      context.role === 'supervisor' &&
      verdict.direction === 'in' &&
      OVERRIDABLE.some((overridable) => overridable === obstacle),
  };
};

/** The verdict in one breath, for a screen reader. */
export const announce = (view: VerdictView): string =>
  [view.title, view.person === view.title ? '' : view.person, view.school, ...view.flags, view.next]
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
