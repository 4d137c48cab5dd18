import { aConference } from './conference.builder';
import { EMPTY_FORM, formOf, inFormOrder, requestOf, suggestMoments } from './conference-form.rules';
import { fromLocal, toLocal } from './london-local';

describe('dates and times on London’s clocks', () => {
  it('are an hour ahead of UTC in summer and not in winter', () => {
    expect(fromLocal({ date: '2027-01-09', time: '09:30' })).toBe('2027-01-09T09:30:00Z');
    expect(fromLocal({ date: '2027-07-09', time: '09:30' })).toBe('2027-07-09T08:30:00Z');
    expect(toLocal('2027-07-09T08:30:00Z')).toEqual({ date: '2027-07-09', time: '09:30' });
  });

  it('are nothing until both are typed, and in the hour that the clocks leap over', () => {
    expect(fromLocal({ date: '2027-01-09', time: '' })).toBeNull();
    expect(fromLocal({ date: '', time: '09:30' })).toBeNull();
    expect(fromLocal({ date: '2027-03-28', time: '01:30' })).toBeNull();
  });
});

describe('the form of a conference', () => {
  it('gives back the conference that it was filled with', () => {
    const conference = aConference({ startsAt: '2027-07-09T08:30:00Z', endsAt: '2027-07-09T14:00:00Z' });
    expect(requestOf(formOf(conference))).toMatchObject({
      title: conference.title,
      venue: conference.venue,
      startsAt: '2027-07-09T08:30:00Z',
      endsAt: '2027-07-09T14:00:00Z',
      pupilPlaces: 120,
      schoolCap: 40,
      yearGroups: [9, 10],
    });
  });

  it('reads numbers as people write them, and no cap as none', () => {
    const request = requestOf({ ...EMPTY_FORM, pupilPlaces: ' 1,200 ', schoolCap: ' ', yearGroups: [11, 9] });
    expect(request).toMatchObject({ pupilPlaces: 1200, schoolCap: null, yearGroups: [9, 11] });
  });

  it('passes on what is no number, for the server to refuse', () => {
    expect(requestOf({ ...EMPTY_FORM, pupilPlaces: 'many' }).pupilPlaces).toBe('many');
  });

  it('lists what is wrong in the order of the page, and asks for a date that was not typed in words', () => {
    const errors = inFormOrder(
      [
        { field: 'endsAt', code: 'before-start', message: 'The conference must end after it starts.' },
        { field: 'startsAt', code: 'x', message: 'Enter the start as a date and time, such as …' },
        { field: 'title', code: 'x', message: 'The title needs 3 to 120 characters.' },
      ],
      { ...EMPTY_FORM, endsAt: { date: '2027-01-09', time: '15:00' } },
    );
    expect(errors.map(({ message }) => message)).toEqual([
      'The title needs 3 to 120 characters.',
      'Enter the date and the time when the conference starts.',
      'The conference must end after it starts.',
    ]);
  });

  it('suggests a fortnight before the day for the close of registration, and never a day that has passed', () => {
    expect(suggestMoments('2027-03-09', '2026-11-24')).toEqual({
      endsAt: { date: '2027-03-09', time: '15:00' },
      registrationOpensAt: { date: '2026-11-24', time: '09:00' },
      registrationClosesAt: { date: '2027-02-23', time: '17:00' },
      finalNumbersAt: { date: '2027-02-27', time: '17:00' },
    });
    expect(suggestMoments('2026-11-30', '2026-11-24').registrationClosesAt).toEqual({
      date: '2026-11-30',
      time: '09:00',
    });
  });
});
