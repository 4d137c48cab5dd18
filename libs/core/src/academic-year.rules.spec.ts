import fc from 'fast-check';
import {
  type AcademicCalendar,
  academicYearAfter,
  academicYearDays,
  academicYearFromSlug,
  academicYearOf,
  academicYearSlug,
  checkCalendar,
  HALF_TERMS,
  halfTermInstants,
  halfTermLabel,
  halfTermOf,
  halfTermWords,
  isAcademicYear,
  termOf,
} from './academic-year.rules';
import { addDays, isDay, londonDay, startOfDay, weekday } from './london-day';
import { easterSunday, usualCalendar } from './usual-calendar.rules';

const calendar = usualCalendar('2026/27');
const changed = (at: number, change: object): AcademicCalendar => ({
  ...calendar,
  halfTerms: calendar.halfTerms.map((dates, index) => (index === at ? { ...dates, ...change } : dates)),
});

describe('days of London', () => {
  it('turn at London’s midnight, an hour before Greenwich’s in summer', () => {
    expect(londonDay('2027-06-30T22:59:59Z')).toBe('2027-06-30');
    expect(londonDay('2027-06-30T23:00:00Z')).toBe('2027-07-01');
    expect(startOfDay('2027-07-01').toISOString()).toBe('2027-06-30T23:00:00.000Z');
    expect(startOfDay('2027-01-01').toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it.each(['2027-02-29', '2027-13-01', '2027-1-1', '', 'tomorrow', 20_270_101, null])(
    'are no days: %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('are counted over the change of the clocks', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
  });
});

describe('the academic year', () => {
  it('begins on 1 September in London and is named by both its years', () => {
    expect(academicYearOf('2026-08-31T22:59:59Z')).toBe('2025/26');
    expect(academicYearOf('2026-08-31T23:00:00Z')).toBe('2026/27');
    expect(academicYearOf('2027-01-15T12:00:00Z')).toBe('2026/27');
    expect(academicYearOf('2099-10-01T00:00:00Z')).toBe('2099/00');
    expect(academicYearDays('2026/27')).toEqual({ startsOn: '2026-09-01', endsOn: '2027-08-31' });
    expect(academicYearAfter('2026/27')).toBe('2027/28');
    expect(academicYearAfter('2026/27', -1)).toBe('2025/26');
  });

  it('has a name in one form only', () => {
    expect(isAcademicYear('2026/27')).toBe(true);
    expect(isAcademicYear('2099/00')).toBe(true);
    for (const wrong of ['2026/28', '2026', '202627', '2026-27', '26/27', '', 2026, undefined]) {
      expect(isAcademicYear(wrong)).toBe(false);
    }
  });
});

describe('an academic year in an address', () => {
  it('is written without a slash, and read back in that form only', () => {
    expect(academicYearSlug('2026/27')).toBe('2026-27');
    expect(academicYearFromSlug('2026-27')).toBe('2026/27');
    for (const wrong of ['2026/27', '2026-28', '2026', '2026-27-28', '']) {
      expect(academicYearFromSlug(wrong)).toBeNull();
    }
  });
});

describe('halfTermOf', () => {
  it('knows the first and the last day, weekends within, and the holidays between', () => {
    expect(halfTermOf('2026-09-01T08:00:00Z', calendar)).toBe('autumn-1');
    expect(halfTermOf('2026-10-10T12:00:00Z', calendar)).toBe('autumn-1');
    expect(halfTermOf('2026-10-23T22:59:00Z', calendar)).toBe('autumn-1');
    expect(halfTermOf('2026-10-23T23:00:00Z', calendar)).toBeNull();
    expect(halfTermOf('2026-10-28T12:00:00Z', calendar)).toBeNull();
    expect(halfTermOf('2026-11-02T08:00:00Z', calendar)).toBe('autumn-2');
    expect(halfTermOf('2027-06-10T08:00:00Z', calendar)).toBe('summer-2');
  });

  it('finds nothing in another year', () => {
    expect(halfTermOf('2025-10-10T12:00:00Z', calendar)).toBeNull();
  });

  it('agrees with the half-term’s instants, the second midnight left out', () => {
    for (const dates of calendar.halfTerms) {
      const { from, until } = halfTermInstants(dates);
      expect(halfTermOf(from, calendar)).toBe(dates.halfTerm);
      expect(halfTermOf(new Date(until.getTime() - 1), calendar)).toBe(dates.halfTerm);
      expect(halfTermOf(new Date(from.getTime() - 1), calendar)).not.toBe(dates.halfTerm);
      expect(halfTermOf(until, calendar)).not.toBe(dates.halfTerm);
    }
  });

  it('has words for people', () => {
    expect(halfTermLabel('spring-2', '2026/27')).toBe('Spring 2, 2026/27');
    expect(halfTermWords(calendar.halfTerms[1]!, '2026/27')).toBe(
      'Autumn 2, 2026/27 (2 Nov 2026 to 18 Dec 2026)',
    );
    expect(HALF_TERMS.map(termOf)).toEqual(['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer']);
  });
});

describe('checkCalendar', () => {
  const codes = (wrong: AcademicCalendar) =>
    checkCalendar(wrong).map(({ field, code }) => `${field} ${code}`);

  it('takes a year whose half-terms stand in order and apart', () => {
    expect(checkCalendar(calendar)).toEqual([]);
  });

  it('lets a half-term of one day stand, and two that follow without a holiday', () => {
    expect(codes(changed(1, { startsOn: '2026-10-24' }))).toEqual([]);
    expect(codes(changed(1, { endsOn: '2026-11-02' }))).toEqual([]);
  });

  it('names the half-term whose dates are wrong, and how to mend them', () => {
    expect(codes(changed(0, { startsOn: '2026-08-31' }))).toEqual(['halfTerms[0].startsOn outside-year']);
    expect(codes(changed(5, { endsOn: '2027-09-01' }))).toEqual(['halfTerms[5].endsOn outside-year']);
    expect(codes(changed(2, { endsOn: '2027-01-01' }))).toEqual(['halfTerms[2].endsOn before-start']);
    expect(codes(changed(3, { startsOn: '2027-02-30' }))).toEqual(['halfTerms[3].startsOn not-a-day']);
    expect(checkCalendar(changed(1, { startsOn: '2026-10-23' }))).toEqual([
      {
        field: 'halfTerms[1].startsOn',
        code: 'overlaps',
        message: 'Autumn 2 must begin after Autumn 1 has ended.',
      },
    ]);
  });

  it('wants all six, once and in order, of a year that is one', () => {
    expect(codes({ ...calendar, halfTerms: calendar.halfTerms.slice(1) })).toEqual(['halfTerms not-the-six']);
    expect(codes({ ...calendar, halfTerms: [...calendar.halfTerms].reverse() })).toEqual([
      'halfTerms not-the-six',
    ]);
    expect(codes({ ...calendar, year: '2026/28' })).toEqual(['year not-a-year']);
  });
});

describe('usualCalendar', () => {
  it('is an English school year', () => {
    expect(calendar.halfTerms.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual([
      '2026-09-01 2026-10-23',
      '2026-11-02 2026-12-18',
      '2027-01-04 2027-02-12',
      '2027-02-22 2027-03-19',
      '2027-04-05 2027-05-28',
      '2027-06-07 2027-07-23',
    ]);
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('knows the Easter of %i', (year, easter) => {
    expect(easterSunday(year)).toBe(easter);
  });

  it('is valid in any year, begins and ends on weekdays, and has days in each half-term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2200 }), (first) => {
        const usual = usualCalendar(`${first}/${String((first + 1) % 100).padStart(2, '0')}`);
        expect(checkCalendar(usual)).toEqual([]);
        for (const { startsOn, endsOn } of usual.halfTerms) {
          expect(weekday(startsOn)).toBeLessThanOrEqual(5);
          expect(weekday(endsOn)).toBe(5);
          expect(addDays(startsOn, 10) <= endsOn).toBe(true);
        }
      }),
    );
  });
});
