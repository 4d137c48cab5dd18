import { londonClock, londonDate, londonDateTime, londonTime } from './london';

describe('London dates', () => {
  it('writes a date and time the way a letter would', () => {
    expect(londonDateTime('2027-03-09T09:30:00Z')).toBe('Tuesday 9 March 2027, 9.30am');
  });

  it('shows summer time in summer', () => {
    expect(londonTime('2027-06-09T09:30:00Z')).toBe('10.30am');
    expect(londonClock('2027-06-09T23:30:00Z')).toBe('00:30');
    expect(londonDate('2027-06-09T23:30:00Z')).toBe('Thursday 10 June 2027');
  });

  it('calls noon 12pm and midnight 12am', () => {
    expect(londonTime('2027-01-09T12:00:00Z')).toBe('12pm');
    expect(londonTime('2027-01-09T00:05:00Z')).toBe('12.05am');
  });
});
