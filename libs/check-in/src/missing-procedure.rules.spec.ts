import { MISSING_PROCEDURE } from './missing-pupil.rules';
import { procedureText, readProcedure } from './missing-procedure.rules';

const lines = (...text: string[]): string => text.join('\n');
const messages = (text: string) =>
  readProcedure(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe('the procedure for a missing pupil as staff write it', () => {
  it('is the standard one when that was written down and read again', () => {
    const read = readProcedure(procedureText(MISSING_PROCEDURE));
    expect(read).toEqual({ steps: MISSING_PROCEDURE, problems: [] });
  });

  it('has a line for each step, under the time from which it is late', () => {
    const { steps, problems } = readProcedure(
      lines(
        'At once:',
        'Ring the duty manager. 01695 575171, by 9.30am also the porters.',
        '',
        '  After 1 minute',
        'Look at the roll. Ask the door.',
        'after 15 minutes:',
        'Ring 999',
      ),
    );
    expect(problems).toEqual([]);
    expect(steps.map(({ after, title, how }) => [after, title, how])).toEqual([
      [0, 'Ring the duty manager', '01695 575171, by 9.30am also the porters.'],
      [1, 'Look at the roll', 'Ask the door.'],
      [15, 'Ring 999', ''],
    ]);
  });

  it('keeps what belongs to a standard step, and has words for the record of each of its own', () => {
    const { steps } = readProcedure(lines('Look at the roll.', 'Check the lake. Two people with a rope.'));
    expect(steps.map(({ id, done }) => [id, done])).toEqual([
      ['roll', 'Looked at the roll, and asked at the door that saw them last.'],
      ['step-2', 'Done: Check the lake.'],
    ]);
  });

  it('says in which line it cannot be followed', () => {
    expect(messages('\n  \n')).toEqual(['1: Write at least one step.']);
    expect(messages(lines('After 10 minutes:', 'Search.', 'After 5 minutes:', 'Ring.'))).toEqual([
      '3: The times go back here: put the earlier steps first.',
    ]);
    expect(messages(lines('Search. The west wing.', 'search. The east wing.'))).toEqual([
      '2: “search” is there twice: the record could not tell which was done.',
    ]);
    expect(messages(lines('After 241 minutes:', 'Search.'))).toHaveLength(1);
    expect(messages('x'.repeat(121))).toHaveLength(1);
    expect(messages(Array.from({ length: 21 }, (_, n) => `Step ${n}.`).join('\n'))).toHaveLength(1);
  });
});
