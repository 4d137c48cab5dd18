import type { Person, RosterPreview } from '@lectern/registrations';
import { changeWords } from './roster-change.rules';
import { RosterDraft } from './roster-draft';

const FACTS = { yearGroups: [9, 10], places: 3 };

const person = (id: string, givenName: string, more: Partial<Person> = {}): Person => ({
  id,
  kind: 'pupil',
  givenName,
  familyName: 'Khan',
  yearGroup: 10,
  photoConsent: 'yes',
  ...more,
});

const preview = (rows: RosterPreview['rows'], more: Partial<RosterPreview> = {}): RosterPreview => ({
  id: 'p',
  rows,
  droppedColumns: [],
  duplicates: [],
  notices: [],
  expiresAt: '2027-01-01T00:00:00.000Z',
  ...more,
});

const row = (
  line: number,
  givenName: string,
  more: Partial<RosterPreview['rows'][number]> = {},
): RosterPreview['rows'][number] => ({
  line,
  kind: 'pupil',
  givenName,
  familyName: 'Khan',
  yearGroup: 10,
  photoConsent: 'not-known',
  errors: [],
  ...more,
});

const opened = (people: readonly Person[] = []): RosterDraft => {
  const draft = new RosterDraft(FACTS);
  draft.open(people);
  return draft;
};

const BAD_YEAR = row(4, 'Dev', {
  yearGroup: null,
  yearGroupText: '99',
  errors: [{ field: 'yearGroup', code: 'year-group', message: 'Year group must be 7 to 13. Row 4 says 99.' }],
});

describe('mending a list in place', () => {
  it('shows what the cell said, with the words of the server', () => {
    const draft = opened();
    draft.take(preview([row(2, 'Amir'), BAD_YEAR]), 'replace');
    expect(draft.rows()[1]?.cells.yearGroup).toBe('99');
    expect(draft.wrongCells()).toBe(1);
    expect(draft.check()).toBe(false);
  });

  it('reads a mended cell as it reads an uploaded one', () => {
    const draft = opened();
    draft.take(preview([BAD_YEAR]), 'replace');
    const { key } = draft.rows()[0]!;
    draft.edit(key, 'yearGroup', 'Year 12');
    expect(draft.rows()[0]?.errors[0]?.message).toBe(
      'This conference is for years 9 and 10. Row 4 says year 12.',
    );
    draft.edit(key, 'yearGroup', 'Y10');
    expect(draft.rows()[0]?.errors).toEqual([]);
    expect(draft.people()[0]).toMatchObject({ givenName: 'Dev', yearGroup: 10 });
    expect(draft.check()).toBe(true);
  });

  it('asks to choose where the server could not read pupil or adult', () => {
    const draft = opened();
    const said = { field: 'kind', code: 'not-a-kind', message: 'Say pupil or adult. Row 2 says x.' };
    draft.take(preview([row(2, 'Amir', { errors: [said] })]), 'replace');
    const { key } = draft.rows()[0]!;
    draft.edit(key, 'familyName', 'Shah');
    expect(draft.rows()[0]?.errors).toEqual([
      { field: 'kind', code: 'not-a-kind', message: 'Say pupil or adult.' },
    ]);
    draft.edit(key, 'kind', 'adult');
    expect(draft.check()).toBe(true);
    expect(draft.people()[0]).not.toHaveProperty('yearGroup');
  });

  it('names the rows that name the same person twice, and lets both stay', () => {
    const draft = opened();
    draft.take(preview([row(2, 'Zoë'), row(3, 'Amir'), row(4, 'zoe')]), 'replace');
    expect(draft.duplicates()).toEqual([{ lines: [2, 4], name: 'Zoë Khan' }]);
    expect(draft.check()).toBe(true);
    draft.remove(draft.rows()[2]!.key);
    expect(draft.duplicates()).toEqual([]);
  });

  it('says how many to take off when there are more pupils than places', () => {
    const draft = opened();
    draft.take(preview(['A', 'B', 'C', 'D'].map((name, index) => row(index + 2, name))), 'replace');
    expect(draft.tooMany()).toBe(
      'The list has 4 pupils and the group has 3 places. Take off 1 before you save.',
    );
    draft.edit(draft.rows()[0]!.key, 'kind', 'adult');
    expect(draft.tooMany()).toBe('');
  });

  it('lets a new row be empty until it is saved', () => {
    const draft = opened();
    draft.add();
    expect(draft.wrongCells()).toBe(0);
    expect(draft.check()).toBe(false);
    expect(draft.rows()[0]?.errors.map(({ field }) => field)).toEqual([
      'givenName',
      'familyName',
      'yearGroup',
    ]);
  });

  it("puts the server's errors on their cells and hands back those of none", () => {
    const draft = opened([person('a', 'Amir'), person('b', 'Beth')]);
    const whole = { field: 'people', code: 'too-many-pupils', message: 'Take off 1.' };
    const rest = draft.refuse([
      { field: 'people[1].yearGroup', code: 'year-not-invited', message: 'Not year 12.' },
      whole,
    ]);
    expect(rest).toEqual([whole]);
    expect(draft.rows()[1]?.errors).toEqual([
      { field: 'yearGroup', code: 'year-not-invited', message: 'Not year 12.' },
    ]);
  });
});

describe('what saving would change', () => {
  const saved = [person('a', 'Amir', { dayOnly: { dietary: 'Vegan' } }), person('b', 'Beth')];

  it('is nothing for a list as it was saved', () => {
    expect(opened(saved).isDirty()).toBe(false);
  });

  it('keeps whoever is on both lists, with the consent and the needs that the new list does not mention', () => {
    const draft = opened(saved);
    draft.take(preview([row(2, 'AMIR'), row(3, 'Cara')]), 'replace');
    expect(draft.people()[0]).toMatchObject({
      id: 'a',
      photoConsent: 'yes',
      dayOnly: { dietary: 'Vegan' },
    });
    expect(changeWords(draft.change())).toBe(
      'Saving adds 1 person, changes 1 person and takes off Beth Khan. That person’s ticket stops working.',
    );
  });

  it('adds a list after the one that is there, with row numbers that go on', () => {
    const draft = opened(saved);
    draft.take(preview([row(2, 'Cara')]), 'add');
    expect(draft.rows().map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(changeWords(draft.change())).toBe('Saving adds 1 person.');
  });

  it('takes needs away by an empty object, as an absent one would keep them', () => {
    const draft = opened(saved);
    draft.edit(draft.rows()[0]!.key, 'dayOnly.dietary', '');
    expect(draft.people()[0]?.dayOnly).toEqual({});
    expect(draft.isDirty()).toBe(true);
  });
});
