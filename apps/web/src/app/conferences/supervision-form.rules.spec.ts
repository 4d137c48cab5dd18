import { supervisionWords } from './conference-words';
import { bandsOf, byYearOf, NO_BANDS } from './supervision-form.rules';

describe('adults by year group, in the form', () => {
  const typed = { ...NO_BANDS, 7: '10', 8: '10', 9: ' 10 ', 11: '12' };

  it('puts years with one number together, and leaves out those that are not invited', () => {
    expect(bandsOf(typed, [8, 9, 10], Number)).toEqual([{ yearGroups: [8, 9], pupilsPerAdult: 10 }]);
    expect(bandsOf(typed, [7, 11], Number)).toEqual([
      { yearGroups: [7], pupilsPerAdult: 10 },
      { yearGroups: [11], pupilsPerAdult: 12 },
    ]);
  });

  it('shows each year its number again', () => {
    expect(byYearOf([{ yearGroups: [8, 9], pupilsPerAdult: 10 }])).toEqual({ ...NO_BANDS, 8: '10', 9: '10' });
    expect(byYearOf()).toEqual(NO_BANDS);
  });
});

describe('adults by year group, in words', () => {
  const conference = { pupilsPerAdult: 15, yearGroups: [7, 8, 9, 10, 11] as const };

  it('is one sentence where there is one number', () => {
    expect(supervisionWords(conference)).toBe('One adult for every 15 pupils, as a guide');
  });

  it('names the years that have a number of their own', () => {
    const supervisionBands = [{ yearGroups: [7, 8, 9] as const, pupilsPerAdult: 10 }];
    expect(supervisionWords({ ...conference, supervisionBands })).toBe(
      'One adult for every 10 pupils in Years 7 to 9, and for every 15 pupils otherwise, as a guide',
    );
  });

  it('does not speak of other years when every invited year has its own', () => {
    const supervisionBands = [
      { yearGroups: [7, 8, 9] as const, pupilsPerAdult: 10 },
      { yearGroups: [10, 11] as const, pupilsPerAdult: 12 },
    ];
    expect(supervisionWords({ ...conference, supervisionBands })).toBe(
      'One adult for every 10 pupils in Years 7 to 9, and for every 12 pupils in Years 10 and 11, as a guide',
    );
  });
});
