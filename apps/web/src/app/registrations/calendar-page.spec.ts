import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CalendarFeed } from '@lectern/registrations';
import { Api } from '../platform/api';
import { CalendarPage } from './calendar-page';

const FEED: CalendarFeed = {
  address: 'https://lectern.example/api/calendar-feeds/abc.ics',
  renewedAt: '2027-01-12T09:00:00.000Z',
};

describe('a school’s calendar link', () => {
  const post = jest.fn();

  const open = async (feed: CalendarFeed) => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Api, useValue: { get: () => Promise.resolve(feed), post } }],
    });
    const fixture = TestBed.createComponent(CalendarPage);
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };
  const press = (page: HTMLElement, words: string): void =>
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes(words))!.click();

  it('is made by the school, and then offers to subscribe', async () => {
    post.mockResolvedValue(FEED);
    const { fixture, page } = await open({ address: null, renewedAt: null });
    expect(page.querySelector('input')).toBeNull();
    press(page, 'Make the calendar link');
    await fixture.whenStable();
    expect(post).toHaveBeenCalledWith('calendar-feed/renewal', {});
    expect(page.querySelector('input')?.value).toBe(FEED.address);
    const subscribe = [...page.querySelectorAll('a')].find((link) => link.textContent.includes('Subscribe'));
    expect(subscribe?.getAttribute('href')).toBe('webcal://lectern.example/api/calendar-feeds/abc.ics');
  });

  it('can be made anew, and says that the old one has stopped', async () => {
    post.mockResolvedValue({ ...FEED, address: 'https://lectern.example/api/calendar-feeds/new.ics' });
    const { fixture, page } = await open(FEED);
    press(page, 'Make a new link');
    await fixture.whenStable();
    expect(page.querySelector('input')?.value).toContain('new.ics');
    expect(page.querySelector('[role=status]')?.textContent).toContain('The old one has stopped working.');
  });
});
