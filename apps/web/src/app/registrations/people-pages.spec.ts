import { type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Person, Roster, RosterTerms } from '@lectern/registrations';
import { SessionStore } from '../identity/session-store';
import { Refusal } from '../platform/refusal';
import { aGroup, theTerms } from './a-group.harness';
import { AskFirst } from '../platform/ask-first';
import { GroupsApi } from './groups-api';
import { NeedsPage } from './needs-page';
import { PeoplePage } from './people-page';
import { RosterLockNote } from './roster-lock-note';
import { RosterSettingsForm } from './roster-settings-form';
import { RostersApi } from './rosters-api';
import { SwapPage } from './swap-page';

const AMIRA: Person = {
  id: 'a1',
  kind: 'pupil',
  givenName: 'Amira',
  familyName: 'Smith',
  yearGroup: 10,
  photoConsent: 'yes',
  dayOnly: { dietary: 'No nuts' },
};

const ROSTER: Roster = {
  groupId: 'g',
  people: [AMIRA],
  facts: [
    {
      personId: 'a1',
      photoConsentEndsAt: '2029-01-12T09:00:00.000Z',
      mayBePhotographed: true,
      noticeVersion: '2026-11',
      dayOnlyDeletedOn: null,
    },
  ],
};

describe('pages about one person', () => {
  const api = {
    see: jest.fn(),
    terms: jest.fn(),
    swap: jest.fn(),
    takeOff: jest.fn(),
    tellNeeds: jest.fn(),
    open: jest.fn(),
    settings: jest.fn(),
    changeSettings: jest.fn(),
    badgeAddress: (group: string, ticket: string) => `/badges/${group}/${ticket}`,
  };
  const ask = jest.fn();
  let page: HTMLElement;
  let fixture: ComponentFixture<unknown>;

  beforeEach(() => {
    Object.values(api).forEach((call) => jest.isMockFunction(call) && call.mockReset());
    ask.mockReset();
    api.see.mockResolvedValue(ROSTER);
  });

  const open = async <T>(
    component: Type<T>,
    inputs: Record<string, unknown>,
    terms: Partial<RosterTerms> = {},
    isStaff = false,
  ): Promise<void> => {
    api.terms.mockResolvedValue(theTerms(terms));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: GroupsApi, useValue: { see: () => Promise.resolve(aGroup()) } },
        { provide: RostersApi, useValue: api },
        { provide: AskFirst, useValue: { ask } },
        { provide: SessionStore, useValue: { isStaff: () => isStaff } },
      ],
    });
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    fixture = TestBed.createComponent(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  };
  const text = (): string => page.textContent.replace(/\s+/g, ' ');
  const labelled = (words: RegExp): HTMLInputElement => {
    const label = Array.from(page.querySelectorAll('label')).find((each) => words.test(each.textContent))!;
    return label.querySelector('input') ?? page.querySelector<HTMLInputElement>(`#${label.htmlFor}`)!;
  };
  const type = (words: RegExp, value: string): void => {
    const box = labelled(words);
    box.value = value;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new Event('change'));
  };
  const press = async (words: RegExp): Promise<void> => {
    Array.from(page.querySelectorAll('button'))
      .find((each) => words.test(each.getAttribute('aria-label') ?? each.textContent))!
      .click();
    await fixture.whenStable();
  };

  describe('the list', () => {
    it('says of each person what they need, until when photographs are allowed, and what goes when', async () => {
      await open(PeoplePage, { id: 'g' });
      expect(text()).toContain('Dietary needs: No nuts');
      expect(text()).toContain('Yes, until 12 Jan 2029');
      expect(text()).toContain('2026-11');
      expect(text()).toContain('deleted on Tuesday 16 March 2027');
      expect(page.querySelector('a[href="/groups/g/people/a1/swap"]')).not.toBeNull();
    });

    it('offers no swap where none is possible', async () => {
      await open(PeoplePage, { id: 'g' }, { isLocked: true, maySwap: false });
      expect(page.querySelector('a[href$="/swap"]')).toBeNull();
      expect(text()).toContain('Swaps are no longer possible.');
    });

    it('takes somebody off when that is confirmed, and only then', async () => {
      await open(PeoplePage, { id: 'g' });
      ask.mockResolvedValueOnce(false);
      await press(/Take off Amira Smith/);
      expect(api.takeOff).not.toHaveBeenCalled();
      ask.mockResolvedValueOnce(true);
      api.takeOff.mockResolvedValue(undefined);
      await press(/Take off Amira Smith/);
      expect(api.takeOff).toHaveBeenCalledWith('g', 'a1');
      expect(text()).toContain('Amira Smith is off the list. Their badge no longer works.');
    });
  });

  describe('a swap', () => {
    it('asks for names, keeps the year group, and leads to the new badge', async () => {
      await open(SwapPage, { id: 'g', personId: 'a1' });
      await press(/^\s*Swap Amira Smith/);
      expect(text()).toContain('Enter a first name.');
      expect(api.swap).not.toHaveBeenCalled();
      type(/First name/, 'Sam');
      type(/Last name/, 'Comer');
      api.swap.mockResolvedValue({
        person: { ...AMIRA, id: 'b1', givenName: 'Sam', familyName: 'Comer' },
        ticketId: 't1',
      });
      await press(/^\s*Swap Amira Smith/);
      expect(api.swap).toHaveBeenCalledWith('g', 'a1', {
        givenName: 'Sam',
        familyName: 'Comer',
        yearGroup: 10,
        photoConsent: 'not-known',
        dayOnly: {},
      });
      expect(text()).toContain('Sam Comer comes instead');
      expect(text()).toContain('Amira Smith’s badge no longer works.');
      expect(page.querySelector('a[href="/badges/g/t1"]')!.textContent).toContain('Print Sam’s badge');
    });

    it('says what the server refused', async () => {
      await open(SwapPage, { id: 'g', personId: 'a1' });
      type(/First name/, 'Sam');
      type(/Last name/, 'Comer');
      api.swap.mockRejectedValue(new Refusal(409, 'final-numbers-passed', 'Nobody can be swapped any more.'));
      await press(/^\s*Swap Amira Smith/);
      expect(text()).toContain('Nobody can be swapped any more.');
    });

    it('has nobody to swap once they are off the list', async () => {
      await open(SwapPage, { id: 'g', personId: 'gone' });
      expect(text()).toContain('This person is not on the list any more.');
    });
  });

  it('needs are filled with what is known, and an emptied box takes it away', async () => {
    await open(NeedsPage, { id: 'g', personId: 'a1' });
    expect(labelled(/Dietary/).value).toBe('No nuts');
    type(/Dietary/, '');
    type(/Medical/, 'Inhaler');
    api.tellNeeds.mockResolvedValue(AMIRA);
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(api.tellNeeds).toHaveBeenCalledWith('g', 'a1', {
      photoConsent: 'yes',
      dayOnly: { medical: 'Inhaler' },
    });
  });

  describe('the lock', () => {
    const note = (isStaff: boolean) =>
      open(RosterLockNote, { terms: theTerms({ isLocked: true }) }, {}, isStaff);

    it('is opened by staff with a reason, for a day', async () => {
      await note(true);
      await press(/Open the list again/);
      type(/Why may the list change/, 'Two are ill');
      api.open.mockResolvedValue(theTerms());
      await press(/^\s*Open the list\s*$/);
      expect(api.open).toHaveBeenCalledWith(theTerms().groupId, { reason: 'Two are ill' });
    });

    it('is not for a school to open', async () => {
      await note(false);
      expect(page.querySelector('button')).toBeNull();
      expect(page.querySelector('a[href="mailto:staff@lectern.example"]')).not.toBeNull();
    });
  });

  it('settings ask why only where dates of birth are asked for', async () => {
    const settings = {
      conferenceId: 'c',
      swapsAfterFinalNumbers: true,
      trackingData: false,
      trackingReason: null,
      trackingDays: 90,
      dayOnlyDays: 7,
      photoConsentMonths: 24,
    };
    api.settings.mockResolvedValue(settings);
    await open(RosterSettingsForm, { conferenceId: 'c' });
    expect(text()).not.toContain('What schools are told');
    labelled(/Ask schools for dates of birth/).click();
    await fixture.whenStable();
    type(/What schools are told/, 'For HEAT');
    type(/Days after the conference until day-only/, '5');
    api.changeSettings.mockResolvedValue({ ...settings, trackingData: true, trackingReason: 'For HEAT' });
    await press(/Save what is asked/);
    expect(api.changeSettings).toHaveBeenCalledWith('c', {
      swapsAfterFinalNumbers: true,
      trackingData: true,
      trackingReason: 'For HEAT',
      trackingDays: 90,
      dayOnlyDays: 5,
      photoConsentMonths: 24,
    });
    expect(text()).toContain('Saved.');
  });
});
