import { TestBed } from '@angular/core/testing';
import { type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Group, Person, RosterPreview, RosterTerms } from '@lectern/registrations';
import { Refusal } from '../platform/refusal';
import { SessionStore } from '../identity/session-store';
import { aGroup, theTerms } from './a-group.harness';
import { AskFirst } from '../platform/ask-first';
import { GroupsApi } from './groups-api';
import { RosterPage } from './roster-page';
import { RostersApi } from './rosters-api';

const PREVIEW: RosterPreview = {
  id: 'p',
  rows: [
    {
      line: 2,
      kind: 'pupil',
      givenName: 'Amir',
      familyName: 'Khan',
      yearGroup: 10,
      photoConsent: 'yes',
      errors: [],
    },
    {
      line: 3,
      kind: 'pupil',
      givenName: 'Beth',
      familyName: 'Shah',
      yearGroup: null,
      yearGroupText: '99',
      photoConsent: 'not-known',
      errors: [
        { field: 'yearGroup', code: 'year-group', message: 'Year group must be 7 to 13. Row 3 says 99.' },
      ],
    },
  ],
  droppedColumns: [{ name: 'UPN', reason: 'UPNs should stay in school.' }],
  duplicates: [],
  notices: [],
  expiresAt: '2027-01-01T00:00:00.000Z',
};

const SAVED: Person = {
  id: 'a1',
  kind: 'pupil',
  givenName: 'Amir',
  familyName: 'Khan',
  yearGroup: 10,
  photoConsent: 'yes',
};

describe('the roster of a group', () => {
  const [preview, save, ask] = [jest.fn(), jest.fn(), jest.fn()];
  let fixture: ComponentFixture<RosterPage>;
  let page: HTMLElement;

  beforeEach(() => [preview, save, ask].forEach((call) => call.mockReset()));

  const open = async (
    people: readonly Person[] = [],
    group: Partial<Group> = {},
    terms: Partial<RosterTerms> = {},
  ): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: GroupsApi, useValue: { see: () => Promise.resolve(aGroup(group)) } },
        {
          provide: RostersApi,
          useValue: {
            see: () => Promise.resolve({ groupId: 'g', people, facts: [] }),
            terms: () => Promise.resolve(theTerms(terms)),
            preview,
            save,
          },
        },
        { provide: AskFirst, useValue: { ask } },
        { provide: SessionStore, useValue: { isStaff: () => false } },
      ],
    });
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    fixture = TestBed.createComponent(RosterPage);
    fixture.componentRef.setInput('id', 'g');
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  };
  const button = (words: RegExp): HTMLButtonElement | undefined =>
    Array.from(page.querySelectorAll('button')).find((each) => words.test(each.textContent));
  const press = async (words: RegExp): Promise<void> => {
    button(words)!.click();
    await fixture.whenStable();
  };
  const cell = (label: string): HTMLInputElement => page.querySelector(`[aria-label="${label}"]`)!;
  const type = async (box: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> => {
    box.value = value;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  const paste = async (): Promise<void> => {
    await type(
      page.querySelector('textarea')!,
      'First name\tLast name\tYear\nAmir\tKhan\t10\nBeth\tShah\t99',
    );
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };

  it('asks for pasted cells first, and for something to be pasted', async () => {
    await open();
    expect(page.textContent).toContain('Copy the cells from your spreadsheet and paste them here');
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(page.textContent).toContain('Paste the cells with the names, or choose a file.');
    expect(preview).not.toHaveBeenCalled();
  });

  it('shows what is right, what is wrong in its cell, and what was left out', async () => {
    preview.mockResolvedValue(PREVIEW);
    await open();
    await paste();
    expect(page.textContent).toContain('1 of 2 rows is right. Mend 1 cell.');
    expect(page.textContent).toContain('UPN: UPNs should stay in school.');
    const year = cell('Year group, row 3');
    expect(year.value).toBe('99');
    const described = page.querySelector(`[id="${year.getAttribute('aria-describedby')}"]`);
    expect(described!.textContent).toBe('Year group must be 7 to 13. Row 3 says 99.');
    expect(save).not.toHaveBeenCalled();
  });

  it('lists what stops saving, each line leading to its cell', async () => {
    preview.mockResolvedValue(PREVIEW);
    await open();
    await paste();
    await press(/^\s*Save/);
    const line = page.querySelector<HTMLAnchorElement>('lectern-error-summary a')!;
    expect(page.querySelector(line.getAttribute('href')!)).toBe(cell('Year group, row 3'));
    expect(save).not.toHaveBeenCalled();
    await type(cell('Year group, row 3'), '10');
    expect(page.querySelector('lectern-error-summary a')).toBeNull();
  });

  it('saves what was mended in place, says beforehand what that is, and goes on to the tickets', async () => {
    preview.mockResolvedValue(PREVIEW);
    save.mockResolvedValue({ groupId: 'g', people: [SAVED] });
    await open();
    await paste();
    await type(cell('Year group, row 3'), 'Y9');
    expect(page.textContent).toContain('All 2 rows are right');
    expect(page.textContent).toContain('Saving adds 2 people.');
    await press(/Save 2 pupils/);
    expect(save).toHaveBeenCalledWith('g', [
      { kind: 'pupil', givenName: 'Amir', familyName: 'Khan', yearGroup: 10, photoConsent: 'yes' },
      { kind: 'pupil', givenName: 'Beth', familyName: 'Shah', yearGroup: 9, photoConsent: 'not-known' },
    ]);
    expect(TestBed.inject(Router).navigate).toHaveBeenCalledWith(['/groups', 'g', 'tickets']);
  });

  it('shows an error of the server in the cell that it is about', async () => {
    await open([SAVED]);
    await type(cell('Last name, row 1'), 'Shah');
    const error = { field: 'people[0].givenName', code: 'x', message: 'Enter a first name.' };
    save.mockRejectedValue(new Refusal(400, 'validation-failed', 'Wrong', [error]));
    await press(/Save 1 pupil/);
    expect(cell('First name, row 1').getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('app-roster-row')!.textContent).toContain('Enter a first name.');
  });

  it('keeps the same person, and so the ticket, through a change of name', async () => {
    save.mockResolvedValue({ groupId: 'g', people: [SAVED] });
    await open([SAVED]);
    await type(cell('First name, row 1'), 'Aamir');
    expect(page.textContent).toContain('Saving changes 1 person.');
    await press(/Save 1 pupil/);
    expect(save.mock.calls[0][1][0]).toMatchObject({ id: 'a1', givenName: 'Aamir' });
  });

  it('is left without a question when nothing has changed, and asks when something has', async () => {
    await open([SAVED]);
    expect(await fixture.componentInstance.mayLeave()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
    button(/Add a person/)!.click();
    await fixture.whenStable();
    ask.mockResolvedValue(false);
    expect(await fixture.componentInstance.mayLeave()).toBe(false);
  });

  it('can no longer be changed when the conference is over', async () => {
    await open([SAVED], { conference: { ...aGroup().conference, status: 'completed' } });
    expect(page.textContent).toContain('This list can no longer be changed.');
    expect(page.querySelector('app-roster-row')).toBeNull();
  });

  it('is locked after final numbers, says what is still possible and whom to ask, and leads there', async () => {
    await open([SAVED], {}, { isLocked: true });
    expect(page.textContent).toContain('The list is locked.');
    expect(page.textContent).toContain('You can still swap one person for another');
    expect(page.textContent).toContain('Robin Marsh');
    expect(button(/Save|Add a person|Paste/)).toBeUndefined();
    expect(page.querySelector('a[href="/groups/g/people"]')).not.toBeNull();
  });

  it('shows why staff opened it again, and can be changed', async () => {
    const openUntil = '2027-03-04T12:00:00.000Z';
    const override = { at: '2027-03-03T09:00:00.000Z', by: 'Robin Marsh', reason: 'Two are ill.', openUntil };
    await open([SAVED], {}, { openUntil, overrides: [override] });
    expect(page.textContent).toContain('The list is open again.');
    expect(page.textContent).toContain('Two are ill.');
    expect(button(/Add a person/)).toBeDefined();
  });

  it('asks for dates of birth only where the conference does, and says why', async () => {
    await open([], {}, { trackingData: true, trackingReason: 'To follow up with HEAT.' });
    expect(page.textContent).toContain('Dates of birth are asked for. To follow up with HEAT.');
    expect(page.textContent).toContain('year group and date of birth');
  });
});
