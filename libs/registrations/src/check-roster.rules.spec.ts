import { checkRoster } from './check-roster.rules';
import type { RosterPerson } from './roster.requests';

const limits = { places: 2, yearGroups: [9, 10] };
const aPupil = (person: Partial<RosterPerson> = {}): RosterPerson => ({
  kind: 'pupil',
  givenName: 'Aisha',
  familyName: 'Khan',
  yearGroup: 10,
  ...person,
});
const codes = (people: RosterPerson[]) => checkRoster(people, limits).map(({ field, code }) => [field, code]);

describe('checkRoster', () => {
  it('lets a full roster be saved, twins with one name included', () => {
    const adult: RosterPerson = { kind: 'adult', givenName: 'Tom', familyName: 'Ash' };
    expect(checkRoster([aPupil(), aPupil(), adult], limits)).toEqual([]);
  });

  it('asks for the year group of each pupil', () => {
    expect(codes([aPupil(), aPupil({ yearGroup: undefined })])).toEqual([['people[1].yearGroup', 'missing']]);
  });

  it('refuses a year group that the conference is not for', () => {
    expect(checkRoster([aPupil({ yearGroup: 12 })], limits)).toEqual([
      {
        field: 'people[0].yearGroup',
        code: 'year-not-invited',
        message: 'This conference is for years 9 and 10, not year 12.',
      },
    ]);
  });

  it('refuses more pupils than places and says how many to take off', () => {
    expect(checkRoster([aPupil(), aPupil(), aPupil()], limits)).toEqual([
      {
        field: 'people',
        code: 'too-many-pupils',
        message: 'The roster names 3 pupils and the group has 2 places. Take off 1.',
      },
    ]);
  });

  it('welcomes more adults than the group was registered with', () => {
    const adult: RosterPerson = { kind: 'adult', givenName: 'Tom', familyName: 'Ash' };
    expect(codes([adult, adult, adult])).toEqual([]);
  });

  it('refuses names of spaces and of control characters', () => {
    expect(codes([aPupil({ givenName: '  ' }), aPupil({ familyName: 'Kh\u0000an' })])).toEqual([
      ['people[0].givenName', 'missing'],
      ['people[1].familyName', 'control-characters'],
    ]);
  });

  it('refuses one id for two people', () => {
    const id = '0198c0de-0000-7000-8000-000000000001';
    expect(codes([aPupil({ id }), aPupil({ id })])).toEqual([['people[1].id', 'repeated']]);
  });
});
