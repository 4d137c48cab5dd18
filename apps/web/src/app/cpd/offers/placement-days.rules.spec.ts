import { byMonth, readPattern } from './placement-days.rules';

describe('placement days', () => {
  it('are one day, one day a week, or every school day', () => {
    expect(readPattern({ first: '2027-03-09', repeat: 'once', until: '' })).toEqual({ days: ['2027-03-09'] });
    expect(readPattern({ first: '2027-03-09', repeat: 'weekly', until: '2027-03-29' })).toEqual({
      days: ['2027-03-09', '2027-03-16', '2027-03-23'],
    });
    expect(readPattern({ first: '2027-03-05', repeat: 'weekdays', until: '2027-03-09' })).toEqual({
      days: ['2027-03-05', '2027-03-08', '2027-03-09'],
    });
  });

  it('say what is wrong: no first day, an end before it, a weekend, more than can be sent', () => {
    expect(readPattern({ first: '', repeat: 'once', until: '' })).toMatchObject({
      wrong: { field: 'first' },
    });
    expect(readPattern({ first: '2027-03-09', repeat: 'weekly', until: '2027-03-01' })).toMatchObject({
      wrong: { field: 'until' },
    });
    expect(readPattern({ first: '2027-03-06', repeat: 'weekdays', until: '2027-03-07' })).toMatchObject({
      wrong: { message: 'There is no school day in between.' },
    });
    const year = { first: '2027-01-04', repeat: 'weekdays', until: '2027-12-31' } as const;
    expect(readPattern(year)).toMatchObject({ wrong: { message: expect.stringContaining('60 days') } });
    // A hand that slips on the year asks for no endless loop.
    expect(readPattern({ ...year, until: '9999-12-31' })).toMatchObject({ wrong: { field: 'until' } });
  });

  it('are listed by month', () => {
    expect(
      byMonth([
        { day: '2027-03-30', schoolName: 'Saltby' },
        { day: '2027-04-01', schoolName: 'Saltby' },
      ]),
    ).toEqual([
      {
        name: 'March 2027',
        days: [{ day: '2027-03-30', words: 'Tuesday 30 March 2027', schoolName: 'Saltby' }],
      },
      {
        name: 'April 2027',
        days: [{ day: '2027-04-01', words: 'Thursday 1 April 2027', schoolName: 'Saltby' }],
      },
    ]);
  });
});
