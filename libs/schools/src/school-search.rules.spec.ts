import { rankSchools, schoolSearch, schoolSearchTerms, schoolSearchText } from './school-search.rules';
import type { School } from './school.contract';

const aSchool = (over: Partial<School>): School => ({
  urn: '900001',
  name: 'Ashbrook Academy',
  town: 'Ormskirk',
  postcode: 'L39 2AT',
  status: 'open',
  ...over,
});

const schools = [
  aSchool({
    urn: '900001',
    name: 'St Mary’s Catholic Primary School',
    town: 'Ormskirk',
    postcode: 'L39 2AT',
  }),
  aSchool({ urn: '900002', name: "St. Mary's C of E High School", town: 'Southport', postcode: 'PR8 9ZZ' }),
  aSchool({
    urn: '900003',
    name: 'Ormskirk Mere Academy',
    town: 'Ormskirk',
    postcode: 'L39 9ZZ',
    status: 'closed',
  }),
  aSchool({ urn: '900004', name: 'Ormskirk Mere Academy', town: 'Ormskirk', postcode: 'L39 9ZZ' }),
  aSchool({ urn: '900005', name: 'Brontë & Gaskell Primary', town: 'West Kirby', postcode: 'CH48 9ZZ' }),
  aSchool({ urn: '900006', name: 'Highcastle School', town: 'Aughton', postcode: 'L39 8ZZ' }),
];

const found = (typed: string): string[] => rankSchools(schools, typed).map(({ urn }) => urn);

describe('searching for a school', () => {
  it.each([
    ['ormskirk st', ['900001']],
    ['st ormskirk', ['900001']],
    ['L39 2AT', ['900001']],
    ['l392at', ['900001']],
    ['  l39   2at ', ['900001']],
    ['l392', ['900001']],
    ['900005', ['900005']],
    ['st marys', ['900002', '900001']],
    ["ST MARY'S", ['900002', '900001']],
    ['st mary’s', ['900002', '900001']],
    ['st mary´s high', ['900002']],
    ['bronte', ['900005']],
    ['BRONTË', ['900005']],
    ['gaskell & bronte', ['900005']],
    ['ronte kir', ['900005']],
    ['mere 900004', ['900004']],
    ['l39 marys', ['900001']],
    ['ormskirk southport', []],
  ])('%j finds what a person means by it', (typed, urns) => {
    expect(found(typed)).toEqual(urns);
  });

  it('finds every school when nothing is typed', () => {
    expect(found('')).toHaveLength(schools.length);
  });

  it.each(['%', '_', '\\', '/', ', ,', '🙂'])('finds nothing for %j, which no school is called', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it.each(['st%marys', 'st_marys', "st' marys -- "])('takes the marks in %j as spaces', (typed) => {
    expect(found(typed)).toEqual(found('st marys'));
  });

  it('finds a name whose Latin letter was typed on a Cyrillic keyboard', () => {
    const becket = aSchool({ name: 'St Thomas \u0430 Becket School' });
    expect(rankSchools([becket], 'thomas a becket')).toEqual([becket]);
  });
});

describe('the order of what is found', () => {
  it('puts names that begin with what was typed before towns, and open schools before closed ones', () => {
    expect(found('ormskirk')).toEqual(['900004', '900003', '900001']);
  });

  it('puts the start of a word before the middle of one', () => {
    expect(found('high')).toEqual(['900006', '900002']);
    expect(found('castle')).toEqual(['900006']);
  });

  it('puts the whole name first, then longer names', () => {
    const park = aSchool({ urn: '900010', name: 'Park School' });
    const high = aSchool({ urn: '900011', name: 'Park Academy' });
    const short = aSchool({ urn: '900012', name: 'Park' });
    expect(rankSchools([park, high, short], 'park')).toEqual([short, high, park]);
  });

  it('puts the school of a URN and of a postcode before all others', () => {
    const road = aSchool({ urn: '900020', name: 'L39 2AT Road School', postcode: 'L1 1ZZ' });
    const there = aSchool({ urn: '900021', name: 'Zetland School' });
    expect(rankSchools([road, there], 'l39 2at')).toEqual([there, road]);
    const named = aSchool({ urn: '900022', name: '900021 Squadron School' });
    expect(rankSchools([named, there], '900021')).toEqual([there, named]);
  });

  it('is the same whatever order the schools come in', () => {
    expect(rankSchools([...schools].reverse(), 's')).toEqual(rankSchools(schools, 's'));
  });
});

describe('the search text', () => {
  it('holds name, town, postcode with and without its space, and number, folded', () => {
    expect(schoolSearchText(aSchool({ name: 'St Aidan’s', town: 'Barrow-in-Furness' }))).toBe(
      '/ st aidans , barrow in furness , l39 2at , l392at , 900001 ,',
    );
  });

  it('fits its column whatever the name is', () => {
    const longest = aSchool({ name: '&'.repeat(200), town: '&'.repeat(100), postcode: '&'.repeat(10) });
    expect(schoolSearchText(longest).length).toBeLessThanOrEqual(400);
  });

  it('is ASCII whatever the alphabet of a name, which is found all the same', () => {
    const school = aSchool({ name: 'Λύκειο 学校' });
    expect(schoolSearchText(school)).toMatch(/^[\x20-\x7e]+$/);
    expect(rankSchools([...schools, school], '学校')).toEqual([school]);
    expect(rankSchools([...schools, school], 'ΛΎΚΕΙΟ')).toEqual([school]);
    expect(found('学')).toEqual([]);
  });

  it('asks once for what is typed twice or is part of another word', () => {
    expect(schoolSearch('st St stmary')?.terms).toEqual(['stmary']);
    expect(schoolSearchTerms('St. Mary’s, Ormskirk')).toEqual(['st', 'marys', 'ormskirk']);
  });
});
