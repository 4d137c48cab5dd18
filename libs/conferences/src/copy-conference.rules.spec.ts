import { londonDate, londonTime } from '@lectern/core';
import fc from 'fast-check';
import { copyDates, copyTitle, moveWithStart, startAgain } from './copy-conference.rules';

const NOW = new Date('2027-04-01T10:00:00Z');

const DATES = {
  startsAt: '2027-03-09T09:30:00.000Z',
  endsAt: '2027-03-09T15:00:00.000Z',
  registrationOpensAt: '2027-01-11T09:00:00.000Z',
  registrationClosesAt: '2027-02-19T17:00:00.000Z',
  finalNumbersAt: '2027-03-02T12:00:00.000Z',
};

describe('when a conference is held again', () => {
  it('is on the same weekday, nearest to its anniversary: Tuesday 9 March 2027 is Tuesday 7 March 2028', () => {
    expect(startAgain('2027-03-09T09:30:00.000Z', NOW)).toBe('2028-03-07T09:30:00.000Z');
  });

  it('is the next one to come, however old the conference is', () => {
    expect(startAgain('2023-06-20T08:30:00.000Z', NOW)).toBe('2027-06-22T08:30:00.000Z');
  });

  it('is at the same time of day in London, though the clocks stand otherwise', () => {
    // 29 March 2026 is the first day of summer time; a year later that is Sunday 28 March, the first day again.
    const again = startAgain('2026-03-27T09:30:00.000Z', new Date('2026-05-01T00:00:00Z'));
    expect([londonDate(again), londonTime(again)]).toEqual(['Friday 26 March 2027', '9.30am']);
    const summer = startAgain('2027-03-30T08:30:00.000Z', NOW);
    expect(summer).toBe('2028-03-28T08:30:00.000Z');
    const winter = startAgain('2028-03-26T08:30:00.000Z', new Date('2028-05-01T00:00:00Z'));
    expect(winter).toBe('2029-03-25T08:30:00.000Z');
  });

  it('keeps the weekday and the time of day, always', () => {
    const days = { min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z') };
    fc.assert(
      fc.property(fc.date({ ...days, noInvalidDate: true }), (at) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString();
        const again = startAgain(minute, at);
        expect(londonDate(again).split(' ')[0]).toBe(londonDate(minute).split(' ')[0]);
        // Half past one does not exist on one night in March.
        if (!/^1(\.\d\d)?am$/.test(londonTime(minute))) expect(londonTime(again)).toBe(londonTime(minute));
        expect(Math.abs((Date.parse(again) - at.getTime()) / 86_400_000 - 365)).toBeLessThan(5);
      }),
    );
  });
});

describe('the dates of a copy', () => {
  it('keep their distance from the day', () => {
    expect(copyDates(DATES, '2028-03-07T09:30:00.000Z')).toEqual({
      startsAt: '2028-03-07T09:30:00.000Z',
      endsAt: '2028-03-07T15:00:00.000Z',
      registrationOpensAt: '2028-01-10T09:00:00.000Z',
      registrationClosesAt: '2028-02-18T17:00:00.000Z',
      finalNumbersAt: '2028-02-29T12:00:00.000Z',
    });
  });

  it('keep their time of day when the copy is in summer and the first was in winter', () => {
    const summer = copyDates(DATES, '2027-07-06T08:30:00.000Z');
    expect(londonTime(summer.endsAt)).toBe('3pm');
    expect(summer.registrationClosesAt).toBe('2027-06-18T16:00:00.000Z');
    expect(londonTime(summer.finalNumbersAt)).toBe('12pm');
  });

  it('end as much later as the day begins later; deadlines keep their hour', () => {
    const later = copyDates(DATES, '2028-03-07T10:15:00.000Z');
    expect(later.endsAt).toBe('2028-03-07T15:45:00.000Z');
    expect(later.registrationClosesAt).toBe('2028-02-18T17:00:00.000Z');
  });

  it('move anything else of the day too, such as when a checkpoint opens', () => {
    expect(moveWithStart('2027-03-09T12:15:00.000Z', DATES.startsAt, '2027-07-06T08:30:00.000Z')).toBe(
      '2027-07-06T11:15:00.000Z',
    );
  });
});

describe('the title of a copy', () => {
  it.each([
    ['Maths in motion 2027', 'Maths in motion 2028'],
    ['Taster day (2026/27)', 'Taster day (2027/28)'],
    ['1999–99 and 20277 stay, 2099-00 moves', '1999–99 and 20277 stay, 2100-01 moves'],
    ['Maths in motion', 'Maths in motion'],
  ])('%s becomes %s', (before, after) => {
    expect(copyTitle(before, DATES.startsAt, '2028-03-07T09:30:00.000Z')).toBe(after);
  });

  it('stays within one year', () => {
    expect(copyTitle('Summer 2027', DATES.startsAt, '2027-07-06T08:30:00.000Z')).toBe('Summer 2027');
  });
});
