import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { ConferencesApi } from '../conferences/conferences-api';
import { SessionStore } from '../identity/session-store';
import { aConference, aGroup } from './a-group.harness';
import { GroupsApi } from './groups-api';
import { SchoolHomePage } from './school-home-page';

describe('the home of a school', () => {
  const open = async (groups: readonly Group[]): Promise<HTMLElement> => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: SessionStore, useValue: { account: signal({ name: 'Pat Lowe' }) } },
        {
          provide: GroupsApi,
          useValue: { list: () => Promise.resolve({ items: groups, nextCursor: null }) },
        },
        {
          provide: ConferencesApi,
          useValue: {
            list: () => Promise.resolve({ items: [aConference({ id: 'c2', title: 'Open day' })] }),
          },
        },
      ],
    });
    const fixture = TestBed.createComponent(SchoolHomePage);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };
  const said = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  it('greets, and says what comes first with one filled button', async () => {
    const page = await open([aGroup({ visitPack: { version: 1, acknowledged: null } })]);
    expect(said(page.querySelector('h1'))).toMatch(/^Good (morning|afternoon|evening), Pat$/);
    const tasks = [...page.querySelectorAll('app-next-list li')];
    expect(tasks.map((task) => said(task.querySelector('a')))).toEqual([
      'Register',
      'Add names',
      'Read the visit pack',
    ]);
  });

  it('shows each group with its steps, the done ones said to be done', async () => {
    const page = await open([aGroup({ pupilsNamed: 30 })]);
    const steps = [...page.querySelectorAll('app-group-progress li .words')].map(said);
    expect(steps).toEqual([
      'Done: Register the group',
      'Done: Name the pupils',
      'Done: Say what they need and who may be photographed',
      'To do: Print the badges',
      'Later: Arrive at The Arden Building',
    ]);
  });

  it('offers what is open when no group is coming', async () => {
    const page = await open([aGroup({}, { status: 'completed' })]);
    expect(page.querySelector('app-group-progress')).toBeNull();
    expect(said(page)).toContain('No group of your school is coming to a conference yet');
    expect(said(page)).toContain('Open day');
  });
});
