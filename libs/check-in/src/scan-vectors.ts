import type { RefusalReason, ScanOutcome } from './check-in.contract';
import type { NoTicketReason, ScanFacts } from './decide-scan.rules';

/** When every scan of the vectors is made: 9.12 in London. */
export const VECTOR_SCANNED_AT = '2027-01-12T09:12:00.000Z';

/** One case of the door: what is known, what the verdict is, and the first line that the steward reads. */
export interface ScanVector {
  readonly name: string;
  /** What differs from a confirmed pupil who comes to the main door for the first time. */
  readonly facts: Partial<ScanFacts>;
  readonly outcome: ScanOutcome;
  readonly reason?: RefusalReason;
  readonly title: string;
}

const USUAL: ScanFacts = {
  ticket: { status: 'valid', kind: 'pupil' },
  admission: null,
  checkpoint: { admits: 'once', opensAt: null, closesAt: null, session: null },
  direction: 'in',
  at: VECTOR_SCANNED_AT,
  role: 'steward',
  override: false,
};

/** All the facts of a vector, as the rule takes them. */
export const factsOf = ({ facts }: ScanVector): ScanFacts => ({ ...USUAL, ...facts });

const FIRST = { firstAdmittedAt: '2027-01-12T09:02:00.000Z', firstDoor: 'North door' };
const INSIDE = { admission: { ...FIRST, inside: true } };
const GONE = { admission: { ...FIRST, inside: false } };
/** Somebody who was only ever seen leaving. */
const UNSEEN = { admission: { firstAdmittedAt: null, firstDoor: null, inside: false } };
const LEAD = { role: 'supervisor' } as const;
const FORCED = { role: 'supervisor', override: true } as const;
const ASKED = { override: true } as const;
const OUT = { direction: 'out' } as const;
const ADULT = { ticket: { status: 'valid', kind: 'adult' } } as const;
const ALREADY = 'Already in, 09:02, North door';

const ticket = (status: 'replaced' | 'revoked' | 'cancelled' | 'not-confirmed') =>
  ({ ticket: { status, kind: 'pupil' } }) as const;
const code = (reason: NoTicketReason): Partial<ScanFacts> => ({ ticket: reason });
const door = (change: Partial<NonNullable<ScanFacts['checkpoint']>>): Partial<ScanFacts> => ({
  checkpoint: { admits: 'once', opensAt: null, closesAt: null, session: null, ...change },
});
const MANY = door({ admits: 'many' });
const EARLY = door({ opensAt: '2027-01-12T09:30:00.000Z' });
const LATE = door({ closesAt: '2027-01-12T09:00:00.000Z' });
const OPENS_NOW = door({ opensAt: VECTOR_SCANNED_AT });
const CLOSES_NOW = door({ closesAt: VECTOR_SCANNED_AT });
const room = (isPlaced: boolean, pupilPlaces: number | null): Partial<ScanFacts> =>
  door({ session: { isPlaced, pupilPlaces } });
const HERE = { ...room(true, 2), inSession: true, sessionCount: 0 };
const ELSEWHERE = { ...room(true, 2), inSession: false, sessionCount: 0 };
const FULL = { ...HERE, sessionCount: 2 };

type Case = readonly [string, Partial<ScanFacts>, ScanOutcome, string, RefusalReason?];

const LET_IN = 'Let in';

const CASES: readonly Case[] = [
  ['a known ticket', {}, 'admitted', LET_IN],
  ['an adult', ADULT, 'admitted', LET_IN],
  ['a supervisor scans', LEAD, 'admitted', LET_IN],
  ['an override that nothing needed', FORCED, 'admitted', LET_IN],
  ['a steward’s override that nothing needed', ASKED, 'admitted', LET_IN],
  ['an unknown code', code('unknown-code'), 'refused', 'Not a ticket we know', 'unknown-code'],
  [
    'an unknown code, forced',
    { ...code('unknown-code'), ...FORCED },
    'refused',
    'Not a ticket we know',
    'unknown-code',
  ],
  ['a mistyped code', code('mistyped-code'), 'refused', 'The code was mistyped', 'mistyped-code'],
  ['a damaged code', code('damaged-code'), 'refused', 'This code is damaged or not ours', 'damaged-code'],
  [
    'a damaged code on the way out',
    { ...code('damaged-code'), ...OUT },
    'refused',
    'This code is damaged or not ours',
    'damaged-code',
  ],
  ['a coach’s code', code('party-code'), 'refused', 'This is a coach’s code, not a badge', 'party-code'],
  ['another event’s code', code('wrong-event'), 'refused', 'A ticket for another event', 'wrong-event'],
  [
    'another event’s code, forced',
    { ...code('wrong-event'), ...FORCED },
    'refused',
    'A ticket for another event',
    'wrong-event',
  ],
  [
    'a checkpoint that is gone',
    { checkpoint: null },
    'refused',
    'This checkpoint is gone',
    'unknown-checkpoint',
  ],
  ['a replaced badge', ticket('replaced'), 'refused', 'Somebody else comes in their place', 'replaced'],
  ['a revoked badge', ticket('revoked'), 'refused', 'This badge was withdrawn', 'revoked'],
  [
    'a revoked badge, forced',
    { ...ticket('revoked'), ...FORCED },
    'refused',
    'This badge was withdrawn',
    'revoked',
  ],
  ['a cancelled place', ticket('cancelled'), 'refused', 'This place was cancelled', 'cancelled'],
  [
    'a cancelled place, forced',
    { ...ticket('cancelled'), ...FORCED },
    'refused',
    'This place was cancelled',
    'cancelled',
  ],
  ['a cancelled place on the way out', { ...ticket('cancelled'), ...INSIDE, ...OUT }, 'left', 'Left'],
  [
    'a group with no place yet',
    ticket('not-confirmed'),
    'refused',
    'The group has no confirmed place yet',
    'not-confirmed',
  ],
  [
    'a group with no place yet, a supervisor without an override',
    { ...ticket('not-confirmed'), ...LEAD },
    'refused',
    'The group has no confirmed place yet',
    'not-confirmed',
  ],
  [
    'a group with no place yet, forced by a supervisor',
    { ...ticket('not-confirmed'), ...FORCED },
    'admitted',
    LET_IN,
  ],
  [
    'a group with no place yet, forced by a steward',
    { ...ticket('not-confirmed'), ...ASKED },
    'refused',
    'Only a supervisor may let them in',
    'not-a-supervisor',
  ],
  ['a group with no place yet on the way out', { ...ticket('not-confirmed'), ...OUT }, 'left', 'Left'],
  ['a repeat', INSIDE, 'already-in', ALREADY],
  ['a repeat, forced by a supervisor', { ...INSIDE, ...FORCED }, 'admitted', LET_IN],
  [
    'a repeat, forced by a steward',
    { ...INSIDE, ...ASKED },
    'refused',
    'Only a supervisor may let them in',
    'not-a-supervisor',
  ],
  [
    'a repeat of a cancelled place',
    { ...ticket('cancelled'), ...INSIDE },
    'refused',
    'This place was cancelled',
    'cancelled',
  ],
  ['back after leaving', GONE, 'admitted', LET_IN],
  ['in, though only ever seen leaving', UNSEEN, 'admitted', LET_IN],
  ['out after coming in', { ...INSIDE, ...OUT }, 'left', 'Left'],
  ['out with no entry on record', OUT, 'left', 'Left'],
  ['out twice', { ...GONE, ...OUT }, 'left', 'Left'],
  ['where many times are allowed', MANY, 'admitted', LET_IN],
  ['where many times are allowed, again', { ...MANY, ...INSIDE }, 'admitted', LET_IN],
  ['before it opens', EARLY, 'refused', 'Opens at 9.30am', 'too-early'],
  ['before it opens, forced', { ...EARLY, ...FORCED }, 'refused', 'Opens at 9.30am', 'too-early'],
  ['before it opens, on the way out', { ...EARLY, ...OUT }, 'left', 'Left'],
  ['at the moment when it opens', OPENS_NOW, 'admitted', LET_IN],
  ['after it closed', LATE, 'refused', 'Closed at 9am', 'too-late'],
  ['after it closed, on the way out', { ...LATE, ...INSIDE, ...OUT }, 'left', 'Left'],
  ['at the moment when it closes', CLOSES_NOW, 'refused', 'Closed at 9.12am', 'too-late'],
  ['the right session', HERE, 'admitted', LET_IN],
  ['the wrong session', ELSEWHERE, 'refused', 'Their session is elsewhere', 'wrong-session'],
  [
    'the wrong session, and where the right one is',
    { ...ELSEWHERE, rightPlace: 'Bridges, Lab 2' },
    'refused',
    'Their session is Bridges, Lab 2',
    'wrong-session',
  ],
  ['the wrong session, forced by a supervisor', { ...ELSEWHERE, ...FORCED }, 'admitted', LET_IN],
  [
    'the wrong session, forced by a steward',
    { ...ELSEWHERE, ...ASKED },
    'refused',
    'Only a supervisor may let them in',
    'not-a-supervisor',
  ],
  ['the wrong session, on the way out', { ...ELSEWHERE, ...OUT }, 'left', 'Left'],
  ['an adult in any session', { ...ELSEWHERE, ...ADULT }, 'admitted', LET_IN],
  ['a session that everybody may choose', { ...room(false, 2), sessionCount: 1 }, 'admitted', LET_IN],
  ['a session that is full', FULL, 'refused', 'This session is full', 'session-full'],
  [
    'a full session that everybody may choose',
    { ...room(false, 2), sessionCount: 2 },
    'refused',
    'This session is full',
    'session-full',
  ],
  ['an adult in a full session', { ...FULL, ...ADULT }, 'admitted', LET_IN],
  ['a full session, forced by a supervisor', { ...FULL, ...FORCED }, 'admitted', LET_IN],
  ['a full session that they are in', { ...FULL, ...INSIDE }, 'already-in', ALREADY],
  [
    'a session without a limit',
    { ...room(true, null), inSession: true, sessionCount: 0 },
    'admitted',
    LET_IN,
  ],
];

/**
 * The cases that the rule, the API and the steward app are all held to: the same facts, the same verdict, the same
 * words.
 */
export const SCAN_VECTORS: readonly ScanVector[] = CASES.map(([name, facts, outcome, title, reason]) => ({
  name,
  facts,
  outcome,
  title,
  ...(reason === undefined ? {} : { reason }),
}));
