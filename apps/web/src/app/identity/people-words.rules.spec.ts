import { anAccessRequest, aSchoolOfPerson } from './people.harness';
import { accountNotice, alikeWords, closedWords, roleWords, schoolWords } from './people-words.rules';

describe('people in words', () => {
  it('names roles as a list', () => {
    expect(roleWords(['coordinator', 'teacher'])).toBe('School coordinator, teacher');
    expect(roleWords([])).toBe('No role');
  });

  it('says what has become of a school', () => {
    expect(closedWords(aSchoolOfPerson())).toBe('');
    expect(closedWords(aSchoolOfPerson({ closed: true }))).toBe('Closed');
    expect(closedWords(aSchoolOfPerson({ closed: true, nowName: 'Riverside Academy' }))).toBe(
      'Closed, now Riverside Academy',
    );
    expect(schoolWords(null)).toBe('No school');
    expect(schoolWords(aSchoolOfPerson())).toBe('Harrowmere High School, Ormsby Vale');
  });

  it('counts requests that look alike', () => {
    expect([0, 1, 3].map(alikeWords)).toEqual([
      '',
      'One other request looks like this one',
      '3 other requests look like this one',
    ]);
  });
});

describe('what approving does to an account that is there already', () => {
  const account = { id: 'a', name: 'Pat Lowe', roles: ['teacher' as const], school: null, disabled: false };

  it.each([
    [null, null],
    [{ ...account, disabled: true }, 'disabled. Enable it before you approve.'],
    [account, 'without a school. Approving gives it this one.'],
    [
      { ...account, school: aSchoolOfPerson({ urn: '900002', name: 'Old Mill' }) },
      'at Old Mill. Approving moves it',
    ],
    [{ ...account, school: aSchoolOfPerson() }, 'Approving makes them a school coordinator as well.'],
    [
      { ...account, roles: ['coordinator' as const], school: aSchoolOfPerson() },
      'has an account with this address at this school already.',
    ],
  ])('%j', (known, words) => {
    const notice = accountNotice(anAccessRequest({ account: known }));
    if (words === null) expect(notice).toBeNull();
    else expect(notice).toContain(words);
  });
});
