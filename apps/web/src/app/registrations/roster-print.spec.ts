import { TestBed } from '@angular/core/testing';
import type { DraftCells, DraftRow } from './draft-row.rules';
import { RosterPrint } from './roster-print';

const aRow = (key: number, cells: Partial<DraftCells>): DraftRow => ({
  key,
  line: key,
  cells: {
    givenName: 'Wren',
    familyName: 'Oakley',
    yearGroup: '9',
    kind: 'pupil',
    photoConsent: 'yes',
    dayOnly: {},
    birthDate: '',
    ...cells,
  },
  person: { kind: 'pupil', givenName: 'Wren', familyName: 'Oakley' },
  errors: [],
});

it('a list on paper is a table that says whether somebody has needs, never which', async () => {
  const fixture = TestBed.createComponent(RosterPrint);
  fixture.componentRef.setInput('rows', [
    aRow(1, {}),
    aRow(2, { kind: 'adult', yearGroup: '', photoConsent: 'not-known', dayOnly: { medical: 'Peanuts' } }),
  ]);
  await fixture.whenStable();
  const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['Oakley', 'Wren', '9', 'Yes', ''],
    ['Oakley', 'Wren', 'Adult', 'No', 'Yes'],
  ]);
});
