/** What came of one try, as the mail server and the network tell it. */
export interface DeliveryProblem {
  /** What went wrong by the client's own name, such as ECONNREFUSED or EENVELOPE. */
  readonly code?: string | undefined;
  /** The SMTP reply, such as 451 or 550. */
  readonly responseCode?: number | undefined;
  /** The command that was answered, such as `RCPT TO`. */
  readonly command?: string | undefined;
}

/** `refused` is for ever, `later` may pass, `away` concerns every mail: there is nobody to give them to. */
export type DeliveryVerdict = 'refused' | 'later' | 'away';

const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA'];

/** Ours: the address cannot be written to, or the sealed letter does not open. */
const HOPELESS = ['EMAILADDRESS', 'EUNREADABLE'];

/**
 * Whether a failed try is about this one mail or about the server. A 5xx to the recipient or to the message is for
 * ever; anything before that (no connection, no greeting, a refused sender or password) is ours to mend, and would
 * turn every mail into a dead letter if it were not.
 */
export const judgeDelivery = ({ code, responseCode, command }: DeliveryProblem): DeliveryVerdict => {
  if (code !== undefined && HOPELESS.includes(code)) return 'refused';
  const about = command !== undefined && ABOUT_THIS_MAIL.includes(command);
  if (about && responseCode !== undefined) {
    if (responseCode === 421) return 'away';
    return responseCode >= 500 ? 'refused' : 'later';
  }
  // What names neither a command nor a code never reached the network.
  return about || (code === undefined && command === undefined) ? 'later' : 'away';
};

export const MOST_TRIES = 24;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 2 * 3_600_000;
/** A mail that nobody could send for so long tells of what is past. */
export const TOO_LATE = 7 * 24 * 3_600_000;

export type NextStep = { readonly step: 'give-up' } | { readonly step: 'try-again'; readonly at: Date };

/**
 * What follows a failed try: 30 seconds, then twice as long each time up to two hours, a quarter more or less by chance
 * (`chance` from 0 to 1), so that many that failed together do not come back together. After 24 tries, a day and a
 * half, it is given up.
 */
export const decideNextTry = (
  verdict: DeliveryVerdict,
  tries: number,
  now: Date,
  chance: number,
): NextStep => {
  if (verdict === 'refused' || tries >= MOST_TRIES) return { step: 'give-up' };
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE);
  return { step: 'try-again', at: new Date(now.getTime() + Math.round(pause * (0.75 + chance / 2))) };
};
