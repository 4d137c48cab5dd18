import { isInstant } from './instant';

describe('isInstant', () => {
  it.each([
    '2027-03-09T09:30:00Z',
    '2027-03-09T09:30Z',
    '2027-03-09T09:30:00.123+01:00',
    '2028-02-29T00:00:00Z',
  ])('accepts %s', (text) => expect(isInstant(text)).toBe(true));

  it.each([
    '2027-03-09',
    '2027-03-09T09:30:00',
    '2027-02-29T09:30:00Z',
    '2027-13-01T00:00:00Z',
    '2027-W10',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
    '',
    7,
    null,
  ])('refuses %s', (text) => expect(isInstant(text)).toBe(false));
});
