import fc from 'fast-check';
import { isStorableText } from '@lectern/core';
import { readKind, readPhotoConsent, readYearGroup, saysNothing, tidyCell } from './roster-cells.rules';

describe('readYearGroup', () => {
  it.each([
    ['10', 10],
    ['07', 7],
    ['10.0', 10],
    ['Year 10', 10],
    ['YEAR10', 10],
    ['Yr 9', 9],
    ['Y13', 13],
    ['10B', 10],
    ['10 B', 10],
    ['10/Ma1', 10],
    ['11XY', 11],
    ['Year ten', 10],
    ['L6', 12],
    ['Upper sixth', 13],
  ])('reads %p as year %i', (cell, year) => expect(readYearGroup(cell)).toEqual({ is: 'year', year }));

  it.each(['99', '6', '14', 'Reception', '2010', '12/03/2010', '7/8', '7-13', 'x'])(
    'does not read %p',
    (cell) => expect(readYearGroup(cell)).toEqual({ is: 'unknown' }),
  );

  it('knows a blank cell and a teacher', () => {
    expect(readYearGroup('  ')).toEqual({ is: 'blank' });
    expect(readYearGroup('Staff')).toEqual({ is: 'adult' });
  });
});

describe('readKind', () => {
  it.each(['Pupil', 'student', 'Child'])('%p is a pupil', (cell) => expect(readKind(cell)).toBe('pupil'));
  it.each(['Adult', 'Staff', 'TEACHER', 'Teaching assistant', 'TA', 'Visit leader'])(
    '%p is an adult',
    (cell) => expect(readKind(cell)).toBe('adult'),
  );
  it('does not guess', () => expect(readKind('Wizard')).toBeUndefined());
});

describe('readPhotoConsent', () => {
  it.each(['Y', 'yes', 'TRUE', '1', 'Yes - website only', '✓', 'Given'])('%p is yes', (cell) =>
    expect(readPhotoConsent(cell)).toBe('yes'),
  );
  it.each(['N', 'no', 'No photos', 'Refused', '0', '✗', 'not given to press'])('%p is no', (cell) =>
    expect(readPhotoConsent(cell)).toBe('no'),
  );
  it.each(['', ' ', 'n/a', 'Not known', '?', 'No reply', 'Awaiting form'])('%p is not known', (cell) =>
    expect(readPhotoConsent(cell)).toBe('not-known'),
  );
  it('does not guess', () => expect(readPhotoConsent('ask Mum')).toBeUndefined());
});

describe('tidyCell', () => {
  it('makes every run of spaces and line breaks one space', () => {
    expect(tidyCell(' Anna\u00a0 Maria\r\nKowalska\ufeff ')).toBe('Anna Maria Kowalska');
  });

  it('leaves nothing that cannot be stored', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => isStorableText(tidyCell(cell))));
  });
});

describe('saysNothing', () => {
  it.each(['None', 'n/a', 'No', '-', 'nil'])('%p need not be kept', (cell) =>
    expect(saysNothing(cell)).toBe(true),
  );
  it.each(['No nuts', 'Vegan'])('%p is kept', (cell) => expect(saysNothing(cell)).toBe(false));
});
