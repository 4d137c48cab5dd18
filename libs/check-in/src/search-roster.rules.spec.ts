import type { RosterEntry } from './check-in.contract';
import { searchablePerson, searchRoster } from './search-roster.rules';

const aPerson = (displayName: string, school = 'St Bede’s High School'): RosterEntry => ({
  ticketId: displayName,
  shortCode: '00000011',
  displayName,
  school,
  groupId: 'group',
  kind: 'pupil',
  status: 'valid',
  flags: [],
});

const search = (typed: string, ...entries: RosterEntry[]) =>
  searchRoster(entries.map(searchablePerson), typed);
const names = (typed: string, ...entries: RosterEntry[]) => {
  const found = search(typed, ...entries);
  return found.kind === 'found' ? found.people.map(({ displayName }) => displayName) : found.kind;
};

describe('searching the list of people', () => {
  it('acceptance 25: under three letters is refused, spaces and marks not counted', () => {
    for (const typed of ['', 'a', 'am', ' a m ', "a'-m"])
      expect(search(typed)).toEqual({ kind: 'too-short' });
  });

  it('acceptance 25: a school alone finds nobody, so that no search lists a whole school', () => {
    const school = [aPerson('Amira K.'), aPerson('Ben T.')];
    for (const typed of ['St Bede', 'high school', 'bede']) expect(names(typed, ...school)).toEqual([]);
    expect(names('St Bede', ...school, aPerson('Bede O.'))).toEqual(['Bede O.']);
  });

  it('acceptance 25: at most twenty are shown, and that there are more is said', () => {
    const many = Array.from({ length: 21 }, (_, n) => aPerson(`Amira ${n}`));
    expect(search('amira', ...many.slice(0, 20))).toMatchObject({ more: false });
    const found = search('amira', ...many);
    expect(found).toMatchObject({ kind: 'found', more: true });
    expect(found.kind === 'found' && found.people).toHaveLength(20);
  });

  it('finds by the beginning of any part of the name, in any order', () => {
    const people = [aPerson('Amira Khan'), aPerson('Ben Khan'), aPerson('Samira Ode')];
    expect(names('kha', ...people)).toEqual(['Amira Khan', 'Ben Khan']);
    expect(names('khan ami', ...people)).toEqual(['Amira Khan']);
    expect(names('mir', ...people)).toEqual([]);
  });

  it.each([
    ['zoe', 'Zoë B.'],
    ['OBRIEN', 'Niamh O’Brien'],
    ['o’brien', "Niamh O'Brien"],
    ['lukasz', 'Łukasz W.'],
    ['jose', 'JOSÉ M.'],
    ['strasse', 'Ina Straße'],
    ['annemarie', 'Anne-Marie D.'],
    ['anne marie', 'Anne-Marie D.'],
  ])('%s finds %s', (typed, name) => {
    expect(names(typed, aPerson(name))).toEqual([name]);
  });

  it('a word of the school narrows a search, once three letters are of the name', () => {
    const people = [aPerson('Amira K.'), aPerson('Amira T.', 'Northgate Academy')];
    expect(names('amira north', ...people)).toEqual(['Amira T.']);
    expect(names('am north', ...people)).toEqual([]);
  });
});
