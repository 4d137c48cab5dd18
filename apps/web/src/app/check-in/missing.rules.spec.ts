import { MISSING_PROCEDURE } from '@lectern/check-in';
import { lastSeenWords, missingFor, procedureOf } from './missing.rules';

const openedAt = '2027-03-09T11:00:00.000Z';
const at = (minutes: number): number => Date.parse(openedAt) + minutes * 60_000;

describe('the procedure of a record', () => {
  const dueAt = (minutes: number) =>
    procedureOf({ openedAt, closedAt: null, steps: [] }, MISSING_PROCEDURE, at(minutes))
      .filter(({ isDue }) => isDue)
      .map(({ step }) => step.id);

  it('asks for each step when its time has come', () => {
    expect(dueAt(0)).toEqual(['roll', 'leader']);
    expect(dueAt(5)).toEqual(['roll', 'leader', 'exits', 'search']);
    expect(dueAt(20)).toEqual(MISSING_PROCEDURE.map(({ id }) => id));
  });

  it('counts a step as done once the record has its words, with the time and who did it', () => {
    const text = MISSING_PROCEDURE[1]?.done ?? '';
    const steps = [{ at: '2027-03-09T11:03:00.000Z', by: 'Pat Lowe', text }];
    const [first, second] = procedureOf({ openedAt, closedAt: null, steps }, MISSING_PROCEDURE, at(4));
    expect(first).toMatchObject({ done: null, isDue: true });
    expect(second).toMatchObject({ done: '11:03, Pat Lowe', isDue: false });
  });

  it('asks for nothing more once the record is closed', () => {
    const closed = procedureOf(
      { openedAt, closedAt: '2027-03-09T11:12:00.000Z', steps: [] },
      MISSING_PROCEDURE,
      at(60),
    );
    expect(closed.some(({ isDue }) => isDue)).toBe(false);
  });
});

describe('how long and where', () => {
  it('runs while the record is open, and stops when it closes', () => {
    expect(missingFor({ openedAt, closedAt: null }, at(12))).toBe('12 minutes');
    expect(missingFor({ openedAt, closedAt: '2027-03-09T11:12:00.000Z' }, at(300))).toBe('12 minutes');
  });

  it('is what the doors saw last', () => {
    const lastAt = '2027-03-09T10:02:00.000Z';
    expect(lastSeenWords({ state: 'here', room: 'Lab 2', lastAt })).toBe('Let into Lab 2 at 10:02.');
    expect(lastSeenWords({ state: 'here', room: null, lastAt })).toBe('Let in at the main door at 10:02.');
    expect(lastSeenWords({ state: 'left', room: null, lastAt })).toBe('Seen leaving at 10:02.');
    expect(lastSeenWords({ state: 'never-came', room: null, lastAt: null })).toContain('not seen them');
  });
});
