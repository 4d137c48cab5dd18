import { londonClock, londonShortDate, londonTime } from '@lectern/core';
import type { RefusalReason, ScanOutcome } from './check-in.contract';

/** A verdict as it is told at the door: what happened, and what to do next. */
export interface VerdictWords {
  readonly title: string;
  readonly next: string;
}

/** What the words may name; whatever is unknown is left out of them. */
export interface VerdictCircumstances {
  readonly outcome: ScanOutcome;
  readonly reason?: RefusalReason | undefined;
  readonly at?: string | undefined;
  readonly firstAdmittedAt?: string | undefined;
  readonly firstDoor?: string | undefined;
  readonly opensAt?: string | null | undefined;
  readonly closesAt?: string | null | undefined;
  /** The session and room where the person should be. */
  readonly rightPlace?: string | undefined;
}

type Telling = (told: VerdictCircumstances) => VerdictWords;

const say =
  (title: string, next: string): Telling =>
  () => ({ title, next });

const listed = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const clock = (instant: string | undefined): string | undefined => instant && londonClock(instant);

/** `9.30am`, with the date when it is not the day of the scan. */
const timeOnTheDay = (instant: string, at: string | undefined): string =>
  at !== undefined && londonShortDate(at) !== londonShortDate(instant)
    ? `${londonTime(instant)} on ${londonShortDate(instant)}`
    : londonTime(instant);

/** Words for each reason; a reason without words does not compile. */
const REFUSALS: Record<RefusalReason, Telling> = {
  'unknown-code': say(
    'Not a ticket we know',
    'Scan the square code on the badge, or type the short code under it. If neither works, ask a supervisor.',
  ),
  'mistyped-code': say(
    'The code was mistyped',
    'One character is wrong or two are swapped. Compare it with the badge and type it again.',
  ),
  'damaged-code': say(
    'This code is damaged or not ours',
    'Scan it again. If it stays red, type the short code under it.',
  ),
  'party-code': say(
    'This is a coach’s code, not a badge',
    'Open the party with it under “Parties”, or scan each badge.',
  ),
  'wrong-event': say(
    'A ticket for another event',
    'Ask which event they came for, and send them to a supervisor.',
  ),
  replaced: say(
    'Somebody else comes in their place',
    'The school swapped this pupil for another. Ask for the other badge, or send them, with their teacher, to a supervisor.',
  ),
  revoked: say(
    'This badge was withdrawn',
    'They are no longer on their school’s list. Send them, with their teacher, to a supervisor.',
  ),
  cancelled: say('This place was cancelled', 'Send them, with their teacher, to a supervisor.'),
  'not-confirmed': say(
    'The group has no confirmed place yet',
    'Send them, with their teacher, to a supervisor, who may let them in.',
  ),
  'not-allowed-here': say('This ticket is not for here', 'Look at the badge to see where they should be.'),
  'wrong-session': ({ rightPlace }) => ({
    title: rightPlace ? `Their session is ${rightPlace}` : 'Their session is elsewhere',
    next: rightPlace
      ? 'Show them the way. A supervisor may let them in here.'
      : 'Look at their timetable to see where they should be. A supervisor may let them in here.',
  }),
  'session-full': say(
    'This session is full',
    'Every place is taken. A supervisor may let them in all the same.',
  ),
  'too-early': ({ opensAt, at }) => ({
    title: opensAt ? `Opens at ${timeOnTheDay(opensAt, at)}` : 'Not open yet',
    next: 'Ask them to wait and scan again then.',
  }),
  'too-late': ({ closesAt, at }) => ({
    title: closesAt ? `Closed at ${timeOnTheDay(closesAt, at)}` : 'Closed',
    next: 'Send them to a supervisor.',
  }),
  'unknown-checkpoint': say(
    'This checkpoint is gone',
    'Choose another checkpoint under “More”, then scan again.',
  ),
  'not-a-supervisor': say('Only a supervisor may let them in', 'Call a supervisor with their own phone.'),
  'turned-away': say(
    'Turned away at the door',
    'The phone did not let them in then. If they are here now, scan the badge again.',
  ),
  'bad-scan': say(
    'This scan could not be read',
    'Scan the badge again. If it keeps happening, pair this phone anew.',
  ),
};

/** Words for each outcome; a refusal's are its reason's. */
const OUTCOMES: Record<ScanOutcome, Telling> = {
  admitted: (told) =>
    told.reason === undefined
      ? { title: 'Let in', next: 'They may go in.' }
      : {
          title: `Let in offline: ${lowerFirst(REFUSALS[told.reason](told).title)}`,
          next: 'They are counted as inside. Tell a supervisor now, who goes and finds them.',
        },
  'already-in': ({ firstAdmittedAt, firstDoor }) => ({
    title: listed('Already in', clock(firstAdmittedAt), firstDoor),
    next: 'Check that the badge is their own. A supervisor may let them in again.',
  }),
  left: say('Left', 'They are counted as having left.'),
  conflict: ({ firstAdmittedAt, firstDoor }) => ({
    title: listed('Let in twice', clock(firstAdmittedAt), firstDoor),
    next: 'Another phone had let this ticket in. Tell a supervisor.',
  }),
  refused: (told) => REFUSALS[told.reason ?? 'bad-scan'](told),
};

/** What to tell the steward: a title for the whole screen and one line on what to do. Times are London's. */
export const verdictWords = (told: VerdictCircumstances): VerdictWords => OUTCOMES[told.outcome](told);

/** The same in one line, for `ScanResult.message`. */
export const verdictMessage = (told: VerdictCircumstances): string => {
  const { title, next } = verdictWords(told);
  return `${title}. ${next}`;
};
