import { whichYears } from './year-groups.rules';

describe('whichYears', () => {
  it.each([
    [[10], 'year 10'],
    [[10, 9], 'years 9 and 10'],
    [[9, 10, 11], 'years 9 to 11'],
    [[7, 9, 11], 'years 7, 9 and 11'],
    [[], 'no year group'],
  ])('%p is %p', (years, words) => expect(whichYears(years)).toBe(words));
});
