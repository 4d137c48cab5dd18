import fc from 'fast-check';
import { instantOfLondonWall, londonWall } from './london-wall';

describe('London’s wall clock', () => {
  it('shows half past ten in July when it is half past nine in Greenwich', () => {
    expect(londonWall(new Date('2027-07-06T09:30:00Z'))).toBe(Date.UTC(2027, 6, 6, 10, 30));
    expect(londonWall(new Date('2027-01-06T09:30:00Z'))).toBe(Date.UTC(2027, 0, 6, 9, 30));
  });

  it('takes the first of the two half past ones in October, and leaps over the one that is not there in March', () => {
    expect(instantOfLondonWall(Date.UTC(2027, 9, 31, 1, 30)).toISOString()).toBe('2027-10-31T00:30:00.000Z');
    expect(instantOfLondonWall(Date.UTC(2027, 2, 28, 1, 30)).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('leads back to the same instant, but for the hour that comes twice', () => {
    const years = { min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z') };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (at) => {
        const back = instantOfLondonWall(londonWall(at)).getTime();
        expect([0, 3_600_000]).toContain(at.getTime() - back);
      }),
    );
  });
});
