import type { Person, PersonFacts, RosterTerms } from '@lectern/registrations';
import { theTerms } from './a-group.harness';
import type { RosterOverride } from '@lectern/registrations';
import { keepingWords, lockWords, overrideWords, photoWords } from './roster-terms.rules';

const words = (change: Partial<RosterTerms>) => lockWords(theTerms(change));

describe('lockWords', () => {
  it('says nothing before final numbers', () => expect(words({})).toBeNull());

  it('says since when a list is locked and what is still possible', () => {
    expect(words({ isLocked: true })).toEqual({
      heading: 'The list is locked',
      words:
        'Final numbers were due by Tuesday 2 March 2027, 12pm. You can still swap one person for another, take somebody off, and change needs and photo consent.',
    });
    expect(words({ isLocked: true, maySwap: false })?.words).toMatch(/Swaps are no longer possible\.$/);
  });

  it('says until when staff have opened it again', () => {
    expect(words({ openUntil: '2027-03-05T17:00:00.000Z' })?.words).toBe(
      'It can be changed until Friday 5 March 2027, 5pm. Then it is locked once more.',
    );
  });
});

describe('overrideWords', () => {
  const given = { at: '2027-03-03T09:00:00.000Z', by: 'Robin Marsh', reason: 'Two pupils are ill.' };

  it('tell who did what, when and why', () => {
    expect(overrideWords({ ...given, openUntil: null })).toBe(
      'Wednesday 3 March 2027, 9am: Robin Marsh made a change. Two pupils are ill.',
    );
    expect(overrideWords({ ...given, openUntil: '2027-03-04T09:00:00.000Z' })).toMatch(
      /opened the list until Thursday 4 March 2027, 9am\. Two pupils are ill\.$/,
    );
  });

  it('says who was put on the list at the door, and whether there was a place', () => {
    const words = (atDoor: RosterOverride['atDoor']) =>
      overrideWords({
        at: '2027-03-09T09:40:00.000Z',
        by: 'Kim Hale',
        reason: 'On the coach.',
        openUntil: null,
        ...(atDoor ? { atDoor } : {}),
      });
    expect(words({ kind: 'walk-in', overPlaces: true })).toBe(
      'Tuesday 9 March 2027, 9.40am: Kim Hale added somebody who was not on the list, over the places. On the coach.',
    );
    expect(words({ kind: 'walk-in', overPlaces: false })).toContain('who was not on the list. On the coach.');
    expect(words({ kind: 'substitution', overPlaces: false })).toContain(
      'swapped one person for another at the door',
    );
  });
});

describe('photoWords', () => {
  const person = (photoConsent: Person['photoConsent']): Person => ({
    id: 'a',
    kind: 'pupil',
    givenName: 'Amira',
    familyName: 'Smith',
    yearGroup: 10,
    photoConsent,
  });
  const facts = (mayBePhotographed: boolean): PersonFacts => ({
    personId: 'a',
    photoConsentEndsAt: '2029-01-12T09:00:00.000Z',
    mayBePhotographed,
    noticeVersion: '2026-11',
    dayOnlyDeletedOn: null,
  });

  it.each([
    ['yes', true, 'Yes, until 12 Jan 2029'],
    ['yes', false, 'Ended 12 Jan 2029, so no'],
    ['no', false, 'No'],
    ['not-known', false, 'Not known, so no'],
  ] as const)('of %s', (consent, may, said) => expect(photoWords(person(consent), facts(may))).toBe(said));
});

describe('keepingWords', () => {
  it('say what goes when', () => {
    expect(keepingWords(theTerms({ trackingGoesAt: '2027-06-07T15:00:00.000Z' }))).toEqual([
      expect.stringMatching(/deleted on Tuesday 16 March 2027\.$/),
      'A yes to photographs holds for 24 months from when it was first sent, and counts as no after that.',
      'Dates of birth are kept encrypted and deleted on Monday 7 June 2027.',
    ]);
    expect(keepingWords(theTerms())).toHaveLength(2);
  });
});
