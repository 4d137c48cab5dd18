import {
  inStandardsOrder,
  TEACHER_STANDARD_NAMES,
  TEACHER_STANDARDS,
  USUAL_STANDARDS,
} from './teacher-standards';

describe('the Teachers’ Standards', () => {
  it('are eight and part two, each with words of its own', () => {
    expect(TEACHER_STANDARDS).toHaveLength(9);
    expect(new Set(Object.values(TEACHER_STANDARD_NAMES)).size).toBe(9);
  });

  it('are TS3, TS4 and TS8 for a delivery unless somebody says otherwise', () => {
    expect(USUAL_STANDARDS).toEqual(['TS3', 'TS4', 'TS8']);
  });

  it('stand in their own order, each once', () => {
    expect(inStandardsOrder(['P2', 'TS8', 'TS3', 'TS8'])).toEqual(['TS3', 'TS8', 'P2']);
    expect(inStandardsOrder([])).toEqual([]);
  });
});
