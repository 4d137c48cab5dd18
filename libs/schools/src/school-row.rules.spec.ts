import { findSchoolColumns } from './school-columns.rules';
import { type ReadSchoolRow, readSchoolRow } from './school-row.rules';

const DAILY = [
  'URN',
  'HeadLastName',
  'EstablishmentName',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'Town',
  'Postcode',
];

const read = (heading: string[], cells: string[]): ReadSchoolRow => {
  const columns = findSchoolColumns(heading);
  if (!columns) throw new Error('The heading should be known.');
  return readSchoolRow(columns, cells);
};

const daily = (over: Record<string, string> = {}): ReadSchoolRow => {
  const row: Record<string, string> = {
    URN: '900001',
    HeadLastName: 'Examplehead',
    EstablishmentName: 'Ashbrook Academy',
    'EstablishmentStatus (code)': '1',
    'EstablishmentStatus (name)': 'Open',
    OpenDate: '01-09-2012',
    CloseDate: '',
    Town: 'Ormskirk',
    Postcode: 'L39 2AT',
    ...over,
  };
  return read(
    DAILY,
    DAILY.map((name) => row[name] ?? ''),
  );
};

describe('the columns of a list of schools', () => {
  it('are found by name in the daily download and in the narrow list, in any order', () => {
    expect(findSchoolColumns(DAILY)?.at).toEqual({
      urn: 0,
      name: 2,
      status: 4,
      openDate: 5,
      closeDate: 6,
      town: 7,
      postcode: 8,
    });
    expect(findSchoolColumns(['postcode', 'town', 'open_date', 'name', 'urn'])?.at).toEqual({
      urn: 4,
      name: 3,
      openDate: 2,
      town: 1,
      postcode: 0,
    });
  });

  it('are missing from another file', () => {
    expect(findSchoolColumns(['UPN', 'Surname', 'Forename'])).toBeNull();
    expect(findSchoolColumns(['urn', 'name', 'town'])).toBeNull();
  });
});

describe('reading a row', () => {
  it('takes number, name, place, status and dates, and no head teacher', () => {
    expect(daily()).toEqual({
      school: {
        urn: '900001',
        name: 'Ashbrook Academy',
        town: 'Ormskirk',
        postcode: 'L39 2AT',
        status: 'open',
        openDate: '2012-09-01',
        closeDate: null,
      },
    });
  });

  it('leaves open what the narrow list does not say', () => {
    expect(
      read(
        ['urn', 'name', 'open_date', 'town', 'postcode'],
        ['900002', 'Birch Lane School', '', 'Wigan', 'wn11zz'],
      ),
    ).toEqual({
      school: {
        urn: '900002',
        name: 'Birch Lane School',
        town: 'Wigan',
        postcode: 'WN1 1ZZ',
        status: undefined,
        openDate: null,
        closeDate: undefined,
      },
    });
  });

  it.each([
    ['Open', 'open'],
    ['Open, but proposed to close', 'proposed-to-close'],
    ['Proposed to open', 'proposed-to-open'],
    ['Closed', 'closed'],
  ])('calls the status %j %j', (text, status) => {
    expect(daily({ 'EstablishmentStatus (name)': text })).toMatchObject({ school: { status } });
  });

  it('makes runs of spaces one', () => {
    expect(daily({ EstablishmentName: ' Ashbrook \n  Academy ' })).toMatchObject({
      school: { name: 'Ashbrook Academy' },
    });
  });

  it.each([
    [{ URN: '' }, 'This row has no URN.'],
    [{ URN: '90001' }, 'The URN “90001” is not six digits.'],
    [{ URN: '９０００１１' }, 'The URN “９０００１１” is not six digits.'],
    [{ EstablishmentName: ' ' }, 'This row has no name of a school.'],
    [{ EstablishmentName: 'x'.repeat(201) }, 'The name has 201 characters; 200 fit.'],
    [{ EstablishmentName: 'Ash\u0000brook' }, 'The name holds control characters.'],
    [{ Town: 'x'.repeat(101) }, 'The town has 101 characters; 100 fit.'],
    [{ Postcode: 'Somewhere far' }, 'The postcode has 13 characters; 10 fit.'],
    [{ 'EstablishmentStatus (name)': 'Sleeping' }, 'The status “Sleeping” is not known.'],
    [{ 'EstablishmentStatus (name)': 'constructor' }, 'The status “constructor” is not known.'],
    [{ 'EstablishmentStatus (name)': '' }, 'This row has no status.'],
    [{ OpenDate: '31-02-2024' }, 'The opening date “31-02-2024” is not a date such as 01-09-2024.'],
    [{ CloseDate: 'soon' }, 'The closing date “soon” is not a date such as 01-09-2024.'],
  ])('refuses %j with the reason', (over, refused) => {
    expect(daily(over)).toEqual({ refused });
  });

  it('refuses a row that is cut short', () => {
    expect(read(DAILY, ['900001', ''])).toEqual({ refused: 'This row has 2 cells where the heading has 9.' });
  });
});

describe('where a school is', () => {
  const HEADING = ['URN', 'EstablishmentName', 'Town', 'Postcode', 'Easting', 'Northing'];
  const at = (easting: string, northing: string) => {
    const row = read(HEADING, ['900001', 'Ashbrook Academy', 'Ormskirk', 'L39 2AT', easting, northing]);
    return 'school' in row ? [row.school.easting, row.school.northing] : row.refused;
  };

  it('is read in metres of the national grid', () => {
    expect(at('340562', '407331')).toEqual([340_562, 407_331]);
  });

  it('is not known when the register does not say, and refuses no school', () => {
    expect(at('', 'x')).toEqual([null, null]);
    expect(daily()).toMatchObject({ school: { easting: undefined } });
  });
});
