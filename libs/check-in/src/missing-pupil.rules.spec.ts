import { MISSING_OUTCOMES } from './door.contract';
import { elapsedWords, MISSING_OUTCOME_WORDS, MISSING_PROCEDURE } from './missing-pupil.rules';

describe('how long somebody has been missing', () => {
  const from = '2027-03-09T11:00:00.000Z';
  it.each([
    ['2027-03-09T10:59:00.000Z', 'less than a minute'],
    ['2027-03-09T11:00:59.999Z', 'less than a minute'],
    ['2027-03-09T11:01:00.000Z', '1 minute'],
    ['2027-03-09T11:12:30.000Z', '12 minutes'],
    ['2027-03-09T12:00:00.000Z', '1 hour'],
    ['2027-03-09T13:05:00.000Z', '2 hours 5 minutes'],
  ])('at %s is %s', (now, words) => {
    expect(elapsedWords(from, Date.parse(now))).toBe(words);
  });
});

describe('the procedure', () => {
  it('comes in the order of its times, each step with words of its own', () => {
    const after = MISSING_PROCEDURE.map((step) => step.after);
    expect(after).toEqual([...after].sort((a, b) => a - b));
    for (const words of ['id', 'title', 'how', 'done'] as const)
      expect(new Set(MISSING_PROCEDURE.map((step) => step[words])).size).toBe(MISSING_PROCEDURE.length);
  });

  it('ends with the emergency services, and the school rings the parents', () => {
    expect(MISSING_PROCEDURE.at(-1)).toMatchObject({ title: 'Ring 999', after: 20 });
    expect(MISSING_PROCEDURE.find(({ id }) => id === 'parents')?.how).toContain('not the university');
  });

  it('has words for every way it can end', () => {
    expect(Object.keys(MISSING_OUTCOME_WORDS).sort()).toEqual([...MISSING_OUTCOMES].sort());
  });
});
