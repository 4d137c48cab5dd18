import { goesAt, mayBePhotographed, monthsAfter, photoConsentEndsAt } from './keeping.rules';

describe('goesAt', () => {
  it.each([
    [7, '2027-03-16T15:00:00.000Z'],
    [0, '2027-03-09T15:00:00.000Z'],
  ])('data kept for %i days goes so many days after the end', (days, goes) => {
    expect(goesAt(new Date('2027-03-09T15:00:00Z'), days).toISOString()).toBe(goes);
  });
});

describe('monthsAfter', () => {
  it.each([
    ['2026-11-24T09:30:00.000Z', 24, '2028-11-24T09:30:00.000Z'],
    ['2027-01-31T09:30:00.000Z', 1, '2027-02-28T09:30:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 12, '2029-02-28T00:00:00.000Z'],
    ['2027-11-30T23:59:59.999Z', 3, '2028-02-29T23:59:59.999Z'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(monthsAfter(new Date(from), months).toISOString()).toBe(to);
  });
});

describe('mayBePhotographed', () => {
  const given = new Date('2026-11-24T09:00:00Z');
  const facts = (consent: 'yes' | 'no' | 'not-known') => ({ consent, givenAt: given, months: 24 });

  it.each([
    ['a yes', 'yes', '2027-03-09T09:00:00Z', true],
    ['a yes a moment before two years are over', 'yes', '2028-11-24T08:59:59.999Z', true],
    ['a yes from two years on', 'yes', '2028-11-24T09:00:00Z', false],
    ['a no', 'no', '2027-03-09T09:00:00Z', false],
    ['not known', 'not-known', '2027-03-09T09:00:00Z', false],
  ] as const)('%s', (_, consent, now, may) => {
    expect(mayBePhotographed(facts(consent), new Date(now))).toBe(may);
  });

  it('has no end where nothing was given', () => {
    expect(photoConsentEndsAt(facts('no'))).toBeNull();
    expect(photoConsentEndsAt(facts('yes'))?.toISOString()).toBe('2028-11-24T09:00:00.000Z');
  });
});
