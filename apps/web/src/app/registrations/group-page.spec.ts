import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { SessionStore } from '../identity/session-store';
import { Refusal } from '../platform/refusal';
import { aGroup, theTerms } from './a-group.harness';
import { GroupSessionsApi } from './group-sessions-api';
import { groupSessions } from './group-sessions.harness';
import { GroupPage } from './group-page';
import { GroupsApi } from './groups-api';
import { OffersApi } from './offers-api';
import { RostersApi } from './rosters-api';

describe('the page of a group', () => {
  const [see, terms] = [jest.fn(), jest.fn()];
  const answer = jest.fn();
  const rejoin = jest.fn();
  let fixture: ComponentFixture<GroupPage>;

  beforeEach(() => {
    see.mockReset();
    terms.mockReset();
    terms.mockResolvedValue(theTerms());
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: OffersApi, useValue: { answer, rejoin } },
        { provide: GroupSessionsApi, useValue: { see: () => Promise.resolve(groupSessions()) } },
        { provide: SessionStore, useValue: { isStaff: signal(false) } },
        {
          provide: GroupsApi,
          useValue: { see, ticketsAddress: (id: string, layout: string) => `/api/${id}?layout=${layout}` },
        },
        { provide: RostersApi, useValue: { terms } },
      ],
    });
  });

  const text = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const press = async (words: string): Promise<void> => {
    const buttons = (fixture.nativeElement as HTMLElement).querySelectorAll('button');
    Array.from(buttons)
      .find((button) => button.textContent.trim() === words)!
      .click();
    await fixture.whenStable();
  };
  const open = async (): Promise<string> => {
    fixture = TestBed.createComponent(GroupPage);
    fixture.componentRef.setInput('id', aGroup().id);
    await fixture.whenStable();
    return text();
  };
  const opened = (group: Partial<Group>, conference: Partial<Group['conference']> = {}): Promise<string> => {
    see.mockResolvedValue(aGroup(group, conference));
    return open();
  };
  const links = (): string[] =>
    Array.from((fixture.nativeElement as HTMLElement).querySelectorAll('a')).map((link) =>
      link.textContent.trim(),
    );

  it('asks for names first', async () => {
    expect(await opened({})).toContain('Name your 30 pupils by Tuesday 2 March 2027.');
    expect(links()).toContain('Add names');
    expect(links()).not.toContain('Badges PDF');
  });

  it('shows the coach’s code, and what it does at the door, once somebody is named', async () => {
    expect(await opened({ partyCode: 'P1CODE', pupilsNamed: 30 })).toContain(
      'Show this to the steward at the door.',
    );
    const picture = (fixture.nativeElement as HTMLElement).querySelector('app-coach-code svg');
    expect(picture?.getAttribute('aria-label')).toBe('QR code that lets the whole group in with one scan');
    expect(await opened({ partyCode: 'P1CODE' })).not.toContain('Coach code');
    expect(await opened({ pupilsNamed: 30 })).not.toContain('Coach code');
  });

  it('offers the three prints once somebody is named', async () => {
    expect(await opened({ pupilsNamed: 30, adultsNamed: 2 })).toContain('30 pupils and 2 adults named.');
    expect(links()).toEqual(expect.arrayContaining(['Badges PDF', 'Labels PDF', 'Group list PDF']));
  });

  it('asks for no names once the list is locked, and leads to swaps', async () => {
    terms.mockResolvedValue(theTerms({ isLocked: true }));
    const text = await opened({ pupilsNamed: 28 });
    expect(text).toContain('The list is locked.');
    expect(links()).not.toContain('Add more names');
    expect(links()).toContain('See everybody, swap or take off one person');
  });

  it('offers no tickets while the group waits, and says when they come', async () => {
    const text = await opened({ status: 'waiting', places: 0, position: 2, pupilsNamed: 10 });
    expect(text).toContain('Waiting, 2nd');
    expect(text).toContain('Tickets follow when the group has places.');
    expect(links()).not.toContain('Badges PDF');
  });

  it('lets its school accept what is offered, or go back on the list once that is over', async () => {
    const offer = { places: 20, madeAt: '2027-01-12T09:00:00Z', expiresAt: '2027-01-14T09:00:00Z' };
    const words = await opened({ status: 'waiting', places: 0, position: 1, offer });
    expect(words).toContain('We hold 20 places for you, of the 30 you asked for.');
    answer.mockResolvedValue(aGroup({ places: 20, position: 1 }));
    await press('Accept 20 places');
    expect(answer).toHaveBeenCalledWith(aGroup().id, 'accept');
    expect(text()).toContain('Confirmed, 20 of 30 places');
  });

  it('goes back on the list when its school asks', async () => {
    await opened({ status: 'waiting', places: 0, resting: 'expired' });
    rejoin.mockResolvedValue(aGroup({ status: 'waiting', places: 0, position: 4 }));
    await press('Go back on the waiting list');
    expect(text()).toContain('Waiting, 4th');
    expect(text()).toContain('How the waiting list works');
  });

  it('cannot be changed once cancelled, and says why it was', async () => {
    const text = await opened({
      status: 'cancelled',
      cancelledAt: '2027-02-01T09:00:00.000Z',
      cancellationReason: 'Exam that day',
    });
    expect(text).toContain('Exam that day');
    expect(links()).not.toContain('Change the group');
    expect(text).not.toContain('Cancel the group');
  });

  it('shows the group’s sessions, and that it may choose them', async () => {
    expect(await opened({})).toContain('Say which sessions your group would like.');
    expect(links()).toEqual(expect.arrayContaining(['Choose sessions', 'The group’s timetable to print']));
    await opened({ status: 'waiting', places: 0 });
    expect(links()).not.toContain('Choose sessions');
  });

  it('says so when the group could not be fetched, and fetches it again when asked', async () => {
    see.mockRejectedValueOnce(new Refusal(503, 'database-away', 'Lectern cannot reach its records.'));
    expect(await open()).toContain('Lectern cannot reach its records.');
    see.mockResolvedValue(aGroup());
    (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('h1')!.textContent).toContain('Proof day');
  });
});
