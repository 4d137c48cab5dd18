import { foldText } from '@lectern/core';

/** What a column of a school's list can be used for. */
export const COLUMN_USES = [
  'givenName',
  'preferredGivenName',
  'familyName',
  'preferredFamilyName',
  'fullName',
  'familyNameFirst',
  'yearGroup',
  'formGroup',
  'kind',
  'photoConsent',
  'photoRefusal',
  'dietary',
  'access',
  'medical',
  'emergencyContact',
  'birthDate',
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** What a heading says: a use, something that is left out with its reason, or nothing that is known. */
export type ColumnMeaning =
  | { readonly use: ColumnUse }
  | { readonly use: 'left-out'; readonly reason: string }
  | { readonly use: 'unknown' };

export const UPN_REASON =
  'Unique pupil numbers (UPNs) are not needed and should stay in school, so this column was left out.';

const notNeeded = (what: string): string => `${what} are not needed, so this column was left out.`;

/** What becomes of dates of birth where the conference does not ask for them. */
export const BIRTH_DATES_LEFT_OUT: ColumnMeaning = { use: 'left-out', reason: notNeeded('Dates of birth') };

const BIRTH_DATE = /\b(dob|d o b|born)\b|\bbirth ?(date|day)?\b|\bdateofbirth\b/;

/** First match wins; headings are folded (lower case, no accents, punctuation as spaces). */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bupns?\b|\bunique pupil (number|no|id|identifier)\b/, UPN_REASON],
  [/^age\b/, notNeeded('Ages')],
  [/\be ?mails?\b|\bemailaddress\b/, notNeeded('E-mail addresses')],
  [/\bpost ?codes?\b/, notNeeded('Postcodes')],
  [/\b(gender|sex|pronouns?)\b|^m f$/, notNeeded('Gender and sex')],
  [/\bethnic\w*\b/, notNeeded('Ethnic groups')],
  [/\b(religion|faith|nationality|country|first language|home language|eal)\b/, notNeeded('These facts')],
  [/\b(address|street|town|house (number|name|no))\b/, notNeeded('Home addresses')],
  [
    /\b(pp|ppi|pupil premium|fsm\w*|free school meals?|disadvantaged|lac|cla|looked after|ever ?6)\b/,
    notNeeded('Pupil premium, free school meals and care'),
  ],
  [
    /^(sen|send|ehcp?|sen ?k)( (status|code|stage|provision|type|register|y n|d))*$/,
    'SEN status was left out. Write what the person needs on the day in a column named Access needs.',
  ],
  [
    /\b(uln|unique learner|adm(ission)? ?(number|no)|candidate|exam(ination)? (number|no)|(pupil|student) (id|number|no|ref|reference)|sims id|id|mis id)\b|^(no|number|row|ref|n|s ?no)$/,
    notNeeded('Numbers from other lists'),
  ],
  [/\b(middle ?names?|initials?|former (sur)?names?)\b/, notNeeded('Middle names and initials')],
  [/^(title|salutation|prefix)$/, notNeeded('Titles')],
];

const CONTACT = /\b(emergency|next of kin|nok|parents?|carers?|guardians?|priority contact|contact)\b/;
const PHONE = /\b(telephone|tel|phone|mobile)\b/;
const PHOTO = /\b(photo\w*|images?|pictures?|filming|media consent|video)\b/;
const REFUSAL = /\b(no|not|dont|refus\w*|opt(ed)? out|without|withheld|declin\w*)\b/;
const DIETARY = /\b(diet\w*|food|allerg\w*|lunch|meal)\b/;
const MEDICAL = /\b(medical\w*|medication|health|conditions?|first aid)\b/;
const ACCESS = /\b(access\w*|mobility|wheelchair|adjustments?|(support|additional|sen|send|special) needs)\b/;

const GIVEN = /\b(first ?names?|fore ?names?|given ?names?|christian ?names?)\b|^first$/;
const FAMILY = /\b(sur ?names?|last ?names?|family ?names?|second ?names?)\b|^last$/;
const PREFERRED = /\b(pref|preferred|known as|chosen|nick ?name|likes to be called)\b/;
const FULL =
  /^(pupils?|students?|child(ren)?|learners?|attendees?|participants?)$|^names?$|^(full )?names? of (the )?\w+$|^((full|legal|display|whole|complete|pupils?|students?|childs?|learners?|attendees?|participants?|persons?|guests?) ?)+ ?names?( s)?$/;
const YEAR =
  /^((pupil|student|current|nc|national|curriculum|school) )*(year|yr|y|ncy|cohort|year ?gro?u?ps?|yr ?gro?u?p)( (taught in|actual|group|grp|gp|level))*( \d[\d to]*)?$/;
const FORM =
  /^((pupil|student) )?(reg|registration|form|tutor|class)( (group|gp|grp|class|form|name|code))*$|^reggroup$/;
const KIND =
  /^(type|role|kind|category|person type|attendee type|type of person|attending as|(pupil|student|child|staff|adult|teacher)( or)? (pupil|student|staff|adult|teacher))$/;

/** Longer texts are sentences, not headings; questions of a form may be sentences. */
const HEADING_LENGTH_MAX = 100;
const QUESTION_LENGTH_MAX = 400;

/** How headings begin that an online form made of its questions. */
const QUESTION = /^(what|which|who|please|enter|are|is|do|does|has|have|your|tell us)\b/;
/** What a question asks for; first match wins. */
const ASKED: readonly (readonly [RegExp, ColumnUse])[] = [
  [/\byear ?gro?u?p\b|\b(what|which) year\b|\byear (are|is|will)\b|\bschool year\b/, 'yearGroup'],
  [/\b(pupil|student) or (a |an )?(\w+ of )?(staff|adult|teacher)\b/, 'kind'],
  [/\b(your|full|pupils?|students?|childs?) (\w+ )?names?\b|\bname of\b/, 'fullName'],
];

/** Reads a heading as schools write it, in any case, order of words and punctuation. */
export const readHeading = (heading: string): ColumnMeaning => {
  const folded = foldText(heading);
  const isQuestion = heading.includes('?') || QUESTION.test(folded);
  if (folded === '' || folded.length > (isQuestion ? QUESTION_LENGTH_MAX : HEADING_LENGTH_MAX)) {
    return { use: 'unknown' };
  }
  if (BIRTH_DATE.test(folded) && !/\b(place|town|country) of\b/.test(folded)) return { use: 'birthDate' };
  for (const [pattern, reason] of LEFT_OUT) {
    if (pattern.test(folded)) return { use: 'left-out', reason };
  }
  if (PHOTO.test(folded)) return { use: REFUSAL.test(folded) ? 'photoRefusal' : 'photoConsent' };
  if (MEDICAL.test(folded)) return { use: 'medical' };
  if (DIETARY.test(folded)) return { use: 'dietary' };
  if (ACCESS.test(folded)) return { use: 'access' };
  if (CONTACT.test(folded)) return { use: 'emergencyContact' };
  if (PHONE.test(folded)) return { use: 'left-out', reason: notNeeded('Telephone numbers') };
  const known = readNameHeading(folded) ?? readGroupHeading(folded);
  return known.use === 'unknown' && isQuestion ? readQuestion(folded) : known;
};

const readQuestion = (folded: string): ColumnMeaning => {
  const use = ASKED.find(([pattern]) => pattern.test(folded))?.[1];
  return use === undefined || /\b(school|teacher)s? name\b/.test(folded) ? { use: 'unknown' } : { use };
};

const readNameHeading = (folded: string): ColumnMeaning | undefined => {
  const given = folded.search(GIVEN);
  const family = folded.search(FAMILY);
  if (given >= 0 && family >= 0) return { use: family < given ? 'familyNameFirst' : 'fullName' };
  if (PREFERRED.test(folded)) return { use: family >= 0 ? 'preferredFamilyName' : 'preferredGivenName' };
  if (family >= 0) return { use: 'familyName' };
  if (given >= 0) return { use: 'givenName' };
  return FULL.test(folded) ? { use: 'fullName' } : undefined;
};

const readGroupHeading = (folded: string): ColumnMeaning => {
  if (YEAR.test(folded)) return { use: 'yearGroup' };
  if (FORM.test(folded)) return { use: 'formGroup' };
  return KIND.test(folded) ? { use: 'kind' } : { use: 'unknown' };
};
