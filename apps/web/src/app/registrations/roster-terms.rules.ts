import { londonDate, londonDateTime, londonShortDate } from '@lectern/core';
import type { Person, PersonFacts, RosterOverride, RosterTerms } from '@lectern/registrations';

/** What a lock leaves possible, in one sentence. */
const stillPossible = ({ maySwap }: RosterTerms): string =>
  maySwap
    ? 'You can still swap one person for another, take somebody off, and change needs and photo consent.'
    : 'You can still take somebody off, and change needs and photo consent. Swaps are no longer possible.';

/** Why a list is locked and what can be done, or until when it is open again; nothing before final numbers. */
export const lockWords = (
  terms: RosterTerms,
): { readonly heading: string; readonly words: string } | null => {
  if (terms.isLocked) {
    return {
      heading: 'The list is locked',
      words: `Final numbers were due by ${londonDateTime(terms.finalNumbersAt)}. ${stillPossible(terms)}`,
    };
  }
  return terms.openUntil === null
    ? null
    : {
        heading: 'The list is open again',
        words: `It can be changed until ${londonDateTime(terms.openUntil)}. Then it is locked once more.`,
      };
};

/** One thing that staff allowed after final numbers. */
export const overrideWords = ({ at, atDoor, by, openUntil, reason }: RosterOverride): string => {
  const what = atDoor ? doorWords(atDoor) : 'made a change';
  return openUntil === null
    ? `${londonDateTime(at)}: ${by} ${what}. ${reason}`
    : `${londonDateTime(at)}: ${by} opened the list until ${londonDateTime(openUntil)}. ${reason}`;
};

const doorWords = ({ kind, overPlaces }: NonNullable<RosterOverride['atDoor']>): string => {
  if (kind === 'substitution') return 'swapped one person for another at the door';
  return overPlaces
    ? 'added somebody who was not on the list, over the places'
    : 'added somebody who was not on the list';
};

/** Whether somebody may be photographed, and why not or until when. */
export const photoWords = (person: Person, facts: PersonFacts | undefined): string => {
  if (person.photoConsent === 'no') return 'No';
  if (person.photoConsent === 'not-known') return 'Not known, so no';
  const ends = facts?.photoConsentEndsAt;
  if (!ends) return 'Yes';
  return facts.mayBePhotographed
    ? `Yes, until ${londonShortDate(ends)}`
    : `Ended ${londonShortDate(ends)}, so no`;
};

/** What is kept for a time only, and when it goes. */
export const keepingWords = (terms: RosterTerms): readonly string[] => [
  `What is needed on the day only (dietary, access and medical needs, emergency contacts) is kept encrypted and deleted on ${londonDate(terms.dayOnlyGoesAt)}.`,
  `A yes to photographs holds for ${terms.photoConsentMonths === 1 ? 'one month' : `${terms.photoConsentMonths} months`} from when it was first sent, and counts as no after that.`,
  ...(terms.trackingGoesAt === null
    ? []
    : [`Dates of birth are kept encrypted and deleted on ${londonDate(terms.trackingGoesAt)}.`]),
];
