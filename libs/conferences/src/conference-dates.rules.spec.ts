import { checkConferenceDates, type ConferenceDates } from './conference-dates.rules';

const now = new Date('2026-11-01T09:00:00Z');
const dates = (change: Partial<ConferenceDates> = {}): ConferenceDates => ({
  startsAt: '2027-03-09T09:30:00Z',
  endsAt: '2027-03-09T15:00:00Z',
  registrationOpensAt: '2026-12-01T09:00:00Z',
  registrationClosesAt: '2027-02-20T17:00:00Z',
  finalNumbersAt: '2027-03-02T17:00:00Z',
  ...change,
});
const fields = (change: Partial<ConferenceDates>, isNew = true) =>
  checkConferenceDates(dates(change), now, isNew).map((error) => `${error.field} ${error.code}`);

describe('checkConferenceDates', () => {
  it('accepts a usual conference', () => expect(fields({})).toEqual([]));

  it('refuses a new conference in the past, and leaves an old one editable', () => {
    const past = {
      startsAt: '2026-10-09T09:30:00Z',
      endsAt: '2026-10-09T15:00:00Z',
      registrationOpensAt: '2026-08-01T09:00:00Z',
      registrationClosesAt: '2026-09-20T17:00:00Z',
      finalNumbersAt: '2026-10-01T17:00:00Z',
    };
    expect(fields(past)).toEqual(['startsAt in-the-past']);
    expect(fields(past, false)).toEqual([]);
  });

  it('refuses an end before the start', () =>
    expect(fields({ endsAt: '2027-03-09T09:00:00Z' })).toContain('endsAt before-start'));

  it('refuses registration that closes before it opens', () =>
    expect(fields({ registrationClosesAt: '2026-11-20T09:00:00Z' })).toEqual([
      'registrationClosesAt before-opening',
    ]));

  it('refuses final numbers after the start', () =>
    expect(fields({ finalNumbersAt: '2027-03-10T09:00:00Z' })).toEqual(['finalNumbersAt after-start']));

  it('refuses a conference in the year 9999', () =>
    expect(fields({ startsAt: '9999-03-09T09:30:00Z', endsAt: '9999-03-09T15:00:00Z' })).toContain(
      'startsAt too-far',
    ));
});
