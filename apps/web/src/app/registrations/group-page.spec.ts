import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { SessionStore } from '../identity/session-store';
import { Refusal } from '../platform/refusal';
import { aGroup } from './a-group.harness';
import { GroupSessionsApi } from './group-sessions-api';
import { groupSessions } from './group-sessions.harness';
import { GroupPage } from './group-page';
import { GroupsApi } from './groups-api';

describe('the page of a group', () => {
  const see = jest.fn();
  let fixture: ComponentFixture<GroupPage>;

  beforeEach(() => {
    see.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: GroupSessionsApi, useValue: { see: () => Promise.resolve(groupSessions()) } },
        { provide: SessionStore, useValue: { isStaff: signal(false) } },
        {
          provide: GroupsApi,
          useValue: { see, ticketsAddress: (id: string, layout: string) => `/api/${id}?layout=${layout}` },
        },
      ],
    });
  });

  const open = async (): Promise<string> => {
    fixture = TestBed.createComponent(GroupPage);
    fixture.componentRef.setInput('id', aGroup().id);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
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

  it('offers the three prints once somebody is named', async () => {
    expect(await opened({ pupilsNamed: 30, adultsNamed: 2 })).toContain('30 pupils and 2 adults named.');
    expect(links()).toEqual(expect.arrayContaining(['Badges PDF', 'Labels PDF', 'Group list PDF']));
  });

  it('offers no tickets while the group waits, and says when they come', async () => {
    const text = await opened({ status: 'waiting', places: 0, position: 2, pupilsNamed: 10 });
    expect(text).toContain('Waiting, 2nd');
    expect(text).toContain('Tickets follow when the group has places.');
    expect(links()).not.toContain('Badges PDF');
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
