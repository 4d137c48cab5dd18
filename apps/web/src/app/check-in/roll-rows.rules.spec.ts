import { rollGroups } from './roll-rows.rules';
import { aRoll } from './roll.builder';

const shown = (question: Partial<Parameters<typeof rollGroups>[1]>) =>
  rollGroups(aRoll(), { by: 'school', state: '', find: '', ...question }).map(({ heading, counts, rows }) => [
    heading,
    counts,
    ...rows.map(({ person }) => person.displayName),
  ]);

describe('the roll in groups', () => {
  it('is by school, with a count of each', () => {
    expect(shown({})).toEqual([
      ['Alder Academy', '2 here', 'Teal Ashby', 'Wren Oakley'],
      ['Zeal High', '1 here, 1 left, 1 never came', 'Cy Moss', 'Łucja Nowak', 'Pat Lowe'],
    ]);
  });

  it('is by room for those who are here, then those who are not', () => {
    expect(shown({ by: 'room' })).toEqual([
      ['Lab 2', '1 here', 'Wren Oakley'],
      ['Here, room not known', '2 here', 'Teal Ashby', 'Pat Lowe'],
      ['Left', '1 left', 'Łucja Nowak'],
      ['Never came', '1 never came', 'Cy Moss'],
    ]);
  });

  it('shows one state alone, and nothing of groups that nobody is left in', () => {
    expect(shown({ state: 'left' })).toEqual([['Zeal High', '1 left', 'Łucja Nowak']]);
    expect(shown({ state: 'here', by: 'room', find: 'ash' })).toEqual([
      ['Here, room not known', '1 here', 'Teal Ashby'],
    ]);
  });

  it('finds by name and school, whatever the accents', () => {
    expect(shown({ find: 'łucja' })).toHaveLength(1);
    expect(shown({ find: 'zeal' })).toEqual([
      ['Zeal High', '1 here, 1 left, 1 never came', 'Cy Moss', 'Łucja Nowak', 'Pat Lowe'],
    ]);
    expect(shown({ find: 'nobody' })).toEqual([]);
  });

  it('says where each is and when they were last seen', () => {
    const rows = rollGroups(aRoll(), { by: 'school', state: '', find: '' }).flatMap((group) => group.rows);
    expect(rows.map(({ mark, kind }) => [mark.words, mark.tone, kind])).toEqual([
      ['Here, 09:13', 'go', 'Walk-in'],
      ['Lab 2, 10:02', 'go', ''],
      ['Never came', 'wait', ''],
      ['Left, 10:30', 'past', ''],
      ['Here, 09:12', 'go', 'Adult'],
    ]);
  });
});
