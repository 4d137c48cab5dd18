import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { aConference } from './conference.builder';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import { aGroup } from './group.builder';
import { schoolsToPrint } from './group-rows.rules';
import { PrintBadgesTab } from './print-badges-tab';

const at = (name: string, urn: string, change: Partial<Group> = {}): Group =>
  aGroup({ id: urn, status: 'confirmed', pupilsNamed: 3, school: { urn, name, town: '' }, ...change });

const shown = async (groups: readonly Group[]): Promise<HTMLElement> => {
  const conference = aConference({ id: 'c1' });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: ConferenceInView, useValue: { conference: signal(conference), id: signal('c1') } },
    ],
  });
  jest.spyOn(TestBed.inject(ConferenceGroupsApi), 'all').mockResolvedValue(groups);
  const fixture = TestBed.createComponent(PrintBadgesTab);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

describe('all badges of a conference', () => {
  it('come in one file, of all schools that have named somebody', async () => {
    const page = await shown([at('Zeal High', '900002'), at('Ash School', '900001')]);
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/conferences/c1/tickets.pdf?layout=badges',
    );
    expect([...page.querySelectorAll('option')].map(({ textContent }) => textContent.trim())).toEqual([
      'All 2 schools',
      'Ash School',
      'Zeal High',
    ]);
  });

  it('are not there before a confirmed group has named who is coming', async () => {
    const page = await shown([at('Zeal High', '900002', { status: 'waiting' })]);
    expect(page.textContent).toContain('There are no badges yet');
    expect(page.querySelector('a[download]')).toBeNull();
  });

  it('leave out groups that wait, are cancelled or have named nobody', () => {
    const named = at('Ash School', '900001');
    const others = [
      at('B', '900003', { status: 'waiting' }),
      at('C', '900004', { status: 'cancelled' }),
      at('D', '900005', { pupilsNamed: 0, adultsNamed: 0 }),
    ];
    expect(schoolsToPrint([...others, named])).toEqual([named.school]);
  });
});
