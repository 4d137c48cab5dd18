import { findSchoolLinkColumns, readSchoolLinkRow } from './school-link-row.rules';

const HEADING = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
const columns = findSchoolLinkColumns(HEADING)!;
const read = (urn: string, linked: string, type: string, day = '') =>
  readSchoolLinkRow(columns, [urn, linked, 'Old Mill', type, day]);

describe('the columns of a file of links', () => {
  it('are found by name, wherever they stand', () => {
    expect(findSchoolLinkColumns(['Link Type', 'link_urn', 'URN'])).toEqual({
      width: 3,
      urn: 2,
      linkUrn: 1,
      linkType: 0,
      establishedOn: -1,
    });
  });

  it('are missing from any other file', () => {
    expect(findSchoolLinkColumns(['URN', 'EstablishmentName', 'Town', 'Postcode'])).toBeNull();
  });
});

describe('a row of the file of links', () => {
  it.each([
    ['Successor', '900004', '900005'],
    ['Successor - merged', '900004', '900005'],
    ['Predecessor', '900005', '900004'],
    ['Predecessor - amalgamated', '900005', '900004'],
    [' SUCCESSOR - Split School', '900004', '900005'],
  ])('%j leads from the older school to the newer', (type, urn, successorUrn) => {
    expect(read('900004', '900005', type, '01-09-2024')).toEqual({
      link: { urn, successorUrn, establishedOn: '2024-09-01' },
    });
  });

  it.each(['Sixth Form Centre Link', 'Other', 'Merged - change in age range', 'Successors club'])(
    '%j links schools otherwise, and nothing follows from it',
    (type) => {
      expect(read('900004', '900005', type)).toEqual({ other: true });
    },
  );

  it.each([
    [['90004', '900005', 'Successor'], 'The URN “90004” is not six digits.'],
    [['900004', 'n/a', 'Predecessor'], 'The URN “n/a” is not six digits.'],
    [['900004', '900004', 'Successor'], 'The URN 900004 is linked with itself.'],
    [['900004', '900005', ''], 'This row has no kind of link.'],
    [
      ['900004', '900005', 'Successor', '31-02-2020'],
      'The date of the link “31-02-2020” is not a date such as 01-09-2024.',
    ],
  ] as const)('is refused: %j', ([urn, linked, type, day], refused) => {
    expect(read(urn, linked, type, day)).toEqual({ refused });
  });

  it('is refused when it is cut short', () => {
    expect(readSchoolLinkRow(columns, ['900004'])).toEqual({
      refused: 'This row has 1 cells where the heading has 5.',
    });
  });
});
