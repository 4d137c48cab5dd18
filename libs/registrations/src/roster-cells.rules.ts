import { foldText } from '@lectern/core';
import type { PersonKind, PhotoConsent } from './roster.contract';

// The control characters that `isStorableText` refuses; they cannot be shown in a preview either.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;

/** A cell as it is kept: no invisible or control characters, every run of spaces and line breaks one space. */
export const tidyCell = (cell: string): string =>
  cell
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();

export type YearGroupCell =
  | { readonly is: 'blank' }
  | { readonly is: 'adult' }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'unknown' };

const YEAR =
  /^(?:nc |national curriculum )?(?:year|yr|y|ncy)? ?(?:group )?0?(\d{1,2})(?: 0+)?(?: ?[a-z].*)?$/;
const YEAR_WORDS: Readonly<Record<string, number>> = {
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
};
const LOWER_SIXTH = /^(l ?6(th)?|lower (6|six|6th|sixth))( form)?$/;
const UPPER_SIXTH = /^(u ?6(th)?|upper (6|six|6th|sixth))( form)?$/;

/** Reads `10`, `Year 10`, `Y10`, `10B`, `10/Ma1`, `L6` and their like; a teacher's row may say `Staff` here. */
export const readYearGroup = (cell: string): YearGroupCell => {
  const folded = foldText(cell);
  if (folded === '') return { is: 'blank' };
  const inWords = YEAR_WORDS[folded.replace(/^(year|yr|y) /, '')];
  if (inWords !== undefined) return { is: 'year', year: inWords };
  if (LOWER_SIXTH.test(folded)) return { is: 'year', year: 12 };
  if (UPPER_SIXTH.test(folded)) return { is: 'year', year: 13 };
  const year = Number(YEAR.exec(folded)?.[1] ?? 0);
  if (year >= 7 && year <= 13) return { is: 'year', year };
  return readKind(cell) === 'adult' ? { is: 'adult' } : { is: 'unknown' };
};

const PUPIL = /^(pupils?|students?|child(ren)?|learners?|young person|delegates?|p)$/;
const ADULT =
  /^(adults?|(class |head |lead |trainee |supply )?teachers?|staff|staff member|member of staff|(visit |group |trip |party )?leaders?|tas?|teaching assistants?|lsas?|learning support( assistant)?|helpers?|volunteers?|parents?|carers?|governors?|supervisors?|cover supervisor|chaperones?|a)$/;

/** Whether a cell says pupil or adult; undefined when it says neither. */
export const readKind = (cell: string): PersonKind | undefined => {
  const folded = foldText(cell);
  if (PUPIL.test(folded)) return 'pupil';
  return ADULT.test(folded) ? 'adult' : undefined;
};

const YES =
  /^(y|yes|yep|true|1|ok|given|granted|agreed|consent|consents|consented|consent given|allowed|all)\b/;
const NO = /^(n|no|nope|false|0|none|not|refused|declined|withheld|denied|do not|dont|never|x)\b/;
const NOT_KNOWN =
  /^(n a|na|not known|not yet( known)?|unknown|unsure|not (given|stated|returned|received|answered|asked|sure)|no (reply|response|answer|form|record)|awaiting.*|pending|tbc|to follow)$/;

/** Reads a consent to photographs; blank is not known, undefined is an answer that is none. */
export const readPhotoConsent = (cell: string): PhotoConsent | undefined => {
  const folded = foldText(cell);
  if (/[✓✔☑]/u.test(cell)) return 'yes';
  if (/[✗✘☒✕]/u.test(cell)) return 'no';
  if (folded === '' || NOT_KNOWN.test(folded)) return 'not-known';
  if (NO.test(folded)) return 'no';
  return YES.test(folded) ? 'yes' : undefined;
};

const NOTHING =
  /^(|no|none|n|na|n a|nil|null|nothing|none known|no (needs|dietary needs|allergies|conditions))$/;

/** Whether a cell for needs says that there are none, so that nothing need be kept. */
export const saysNothing = (cell: string): boolean => NOTHING.test(foldText(cell));
