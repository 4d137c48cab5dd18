import {
  adviseSupervision,
  adviseSupervisionByYear,
  checkSupervisionBands,
  mostCareful,
} from './supervision.rules';

describe('adviseSupervision', () => {
  it('asks for two adults for 30 pupils at one to 15', () => {
    expect(adviseSupervision(30, 2, 15)).toEqual({ advisedAdults: 2, missingAdults: 0 });
  });

  it('asks for a third adult from the 31st pupil', () => {
    expect(adviseSupervision(31, 2, 15)).toEqual({ advisedAdults: 3, missingAdults: 1 });
  });

  it('asks for nobody when nobody comes', () => {
    expect(adviseSupervision(0, 0, 15)).toEqual({ advisedAdults: 0, missingAdults: 0 });
  });
});

describe('adviseSupervisionByYear', () => {
  const advice = {
    pupilsPerAdult: 15,
    supervisionBands: [{ yearGroups: [7, 8, 9] as const, pupilsPerAdult: 10 }],
    yearGroups: [9, 10],
  };
  const advised = (pupils: number, named: Record<number, number> = {}, adults = 0) =>
    adviseSupervisionByYear(
      advice,
      pupils,
      new Map(Object.entries(named).map(([year, count]) => [Number(year), count])),
      adults,
    );

  it('asks for one adult to ten in Year 9 and one to fifteen in Year 10', () => {
    expect(advised(30, { 9: 30 }).advisedAdults).toBe(3);
    expect(advised(30, { 10: 30 }).advisedAdults).toBe(2);
  });

  it('adds up a mixed group before it rounds: 20 of Year 9 and 15 of Year 10 need three adults', () => {
    expect(advised(35, { 9: 20, 10: 15 }, 2)).toEqual({ advisedAdults: 3, missingAdults: 1 });
  });

  it('is careful while nobody is named, and less so with every name', () => {
    expect(advised(30).advisedAdults).toBe(3);
    expect(advised(30, { 10: 20 }).advisedAdults).toBe(3);
    expect(advised(30, { 10: 30 }).advisedAdults).toBe(2);
  });

  it('goes by the one number where no band names a year that is invited', () => {
    expect(mostCareful(advice, [10, 11])).toBe(15);
    expect(mostCareful(advice, [])).toBe(15);
    expect(adviseSupervisionByYear({ ...advice, yearGroups: [10, 11] }, 30, new Map(), 2)).toEqual({
      advisedAdults: 2,
      missingAdults: 0,
    });
  });

  it('asks for no further adult because of how computers add thirds', () => {
    const thirds = { pupilsPerAdult: 3, yearGroups: [7, 8, 9] };
    const one = new Map([
      [7, 1],
      [8, 1],
      [9, 1],
    ]);
    expect(adviseSupervisionByYear(thirds, 3, one, 1)).toEqual({ advisedAdults: 1, missingAdults: 0 });
  });

  it('asks for nobody when nobody comes', () => {
    expect(advised(0).advisedAdults).toBe(0);
  });
});

describe('checkSupervisionBands', () => {
  it('refuses a year group with two numbers, and says which', () => {
    const bands = [
      { yearGroups: [7, 8, 9] as const, pupilsPerAdult: 10 },
      { yearGroups: [9, 10] as const, pupilsPerAdult: 12 },
    ];
    expect(checkSupervisionBands(bands)).toEqual([
      {
        field: 'supervisionBands[1].yearGroups',
        code: 'named-twice',
        message: 'Year 9 has two numbers of pupils for each adult. Name it once.',
      },
    ]);
    expect(checkSupervisionBands(bands.slice(0, 1))).toEqual([]);
  });
});
