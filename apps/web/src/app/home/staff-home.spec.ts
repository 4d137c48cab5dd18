import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Conference } from '@lectern/conferences';
import { aConference } from '../conferences/conference.builder';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import { ConferencesApi } from '../conferences/conferences-api';
import { SessionStore } from '../identity/session-store';
import { StaffHome } from './staff-home';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const NEEDS = { unnamed: 2, shortOfAdults: 0, packUnread: 0, pending: 0 };

describe('the home of staff', () => {
  const needs = jest.fn();

  beforeEach(() => needs.mockReset());

  const open = async (...conferences: readonly Conference[]): Promise<HTMLElement> => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: SessionStore, useValue: { account: signal({ name: 'Robin Marsh' }) } },
        { provide: ConferencesApi, useValue: { list: () => Promise.resolve({ items: conferences }) } },
        { provide: ConferenceGroupsApi, useValue: { needs } },
      ],
    });
    const fixture = TestBed.createComponent(StaffHome);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };
  const coming = aConference({ finalNumbersAt: inDays(3), startsAt: inDays(20), endsAt: inDays(20) });
  const past = aConference({
    id: 'past',
    title: 'Last year',
    status: 'completed',
    startsAt: inDays(-9),
    endsAt: inDays(-9),
  });

  it('says what groups lack near the final numbers, and leads there', async () => {
    needs.mockResolvedValue({ items: [{ ...NEEDS, conferenceId: coming.id }] });
    const page = await open(coming);
    const texts = [...page.querySelectorAll('app-next-list li')].map((task) => task.textContent);
    expect(
      texts.some((text) => text.includes('Two groups for Maths in motion have not named everybody.')),
    ).toBe(true);
  });

  it('leads from what was last held to holding it again', async () => {
    needs.mockResolvedValue({ items: [] });
    const page = await open(coming, past);
    const link = [...page.querySelectorAll('a')].find((one) => one.textContent.includes('Hold again'));
    expect(link?.getAttribute('href')).toBe('/staff/conferences/past/copy');
  });

  it('shows the rest when one source cannot be reached, and says that something is missing', async () => {
    needs.mockRejectedValue(new Error('away'));
    const page = await open({ ...coming, registrationClosesAt: inDays(2) });
    expect(page.textContent).toContain('Some of what is next could not be fetched.');
    expect(page.textContent).toContain('Registration for Maths in motion closes soon.');
  });

  it('begins with the first conference where there is none', async () => {
    needs.mockResolvedValue({ items: [] });
    expect((await open()).textContent).toContain('Begin with a conference');
  });
});
