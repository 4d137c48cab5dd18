import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSortHarness } from '@angular/material/sort/testing';
import { provideRouter } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { aConference } from './conference.builder';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import { AllocationApi } from './allocation-api';
import { aGroup } from './group.builder';
import { GroupsTab } from './groups-tab';

const shown = async (groups: readonly Group[]) => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: ConferenceGroupsApi, useValue: { all: () => Promise.resolve(groups) } },
      { provide: AllocationApi, useValue: { waitingList: () => Promise.resolve(waitingList) } },
      { provide: ConferenceInView, useValue: { conference: signal(aConference()) } },
    ],
  });
  const fixture = TestBed.createComponent(GroupsTab);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const schools = () =>
    [...page.querySelectorAll('table[matSort] tbody th a')].map((link) => link.textContent);
  return { fixture, loader: TestbedHarnessEnvironment.loader(fixture), page, schools };
};

const waitingList = {
  placesFree: 4,
  placesHeld: 12,
  offerHours: 48,
  listEndsAt: '2027-02-26T17:00:00.000Z',
  items: [
    {
      groupId: 'b',
      school: { urn: '100000', name: 'Alder Academy', town: 'Ormskirk' },
      position: 1,
      places: 0,
      pupilsWanted: 30,
      needs: 20,
      offer: null,
      resting: null,
      words: 'It needs 20 places at least; 4 are free. Nobody is ahead of it.',
    },
  ],
};

const school = (name: string) => ({ urn: '100000', name, town: 'Ormskirk' });
const groups = [
  aGroup({ id: 'a', school: school('Zeal High'), places: 10 }),
  aGroup({ id: 'b', school: school('Alder Academy'), places: 30, status: 'waiting', position: 1 }),
];

describe('the groups of a conference', () => {
  it('are sorted by status first, and by any column that is asked for', async () => {
    const { loader, schools } = await shown(groups);
    expect(schools()).toEqual(['Zeal High', 'Alder Academy']);
    const sort = await loader.getHarness(MatSortHarness);
    const [header] = await sort.getSortHeaders({ label: 'School' });
    await header?.click();
    expect(schools()).toEqual(['Alder Academy', 'Zeal High']);
    await header?.click();
    expect(schools()).toEqual(['Zeal High', 'Alder Academy']);
  });

  it('are found by what is typed, with a count', async () => {
    const { fixture, page, schools } = await shown(groups);
    const box = page.querySelector<HTMLInputElement>('#find')!;
    box.value = 'zeal';
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(schools()).toEqual(['Zeal High']);
    expect(page.querySelector('[role=status]')?.textContent).toBe('1 of 2 groups');
  });

  it('lead to each group’s own page', async () => {
    const { page } = await shown(groups);
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/groups/a');
  });

  it('say of each that waits why it stands where it does', async () => {
    const { page } = await shown(groups);
    const panel = page.querySelector('app-waiting-list-panel')!;
    expect(panel.textContent).toContain('4 free, 12 held by offers. An offer stands for 48 hours');
    expect(panel.querySelector('tbody th')?.textContent.trim()).toBe('Alder Academy');
    expect(panel.textContent).toContain('It needs 20 places at least; 4 are free. Nobody is ahead of it.');
  });

  it('say what will be here while no school has registered', async () => {
    const { page } = await shown([]);
    expect(page.textContent).toContain('No school has registered yet');
  });
});
