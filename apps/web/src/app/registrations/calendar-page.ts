import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { londonDate } from '@lectern/core';
import type { CalendarFeed } from '@lectern/registrations';
import { ErrorSummary, Icon, PageHeader } from '@lectern/ui';
import { Api } from '../platform/api';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';

/** A school's calendar link: how to subscribe to it, and making a new one when it has gone too far. */
@Component({
  selector: 'app-calendar-page',
  imports: [ErrorSummary, Fetched, Icon, MatButton, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './calendar-page.html',
  styles: `
    .the-link {
      margin-top: 2rem;
    }
    .link {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: center;
    }
    .box {
      flex: 1 1 18rem;
      min-width: 0;
      font-size: 1rem;
    }
    li {
      margin-bottom: 0.75rem;
    }
  `,
})
export class CalendarPage {
  private readonly api = inject(Api);
  protected readonly sending = new Sending();
  protected readonly news = signal('');
  protected readonly feed = resource({ loader: () => this.api.get<CalendarFeed>('calendar-feed') });
  /** The link in its forms, once there is one. */
  protected readonly link = computed(() => {
    const { address, renewedAt } = this.feed.hasValue()
      ? this.feed.value()
      : { address: null, renewedAt: null };
    if (address === null || renewedAt === null) return null;
    return { address, subscribe: address.replace(/^https?:/, 'webcal:'), made: londonDate(renewedAt) };
  });

  protected async renew(): Promise<void> {
    const isFirst = this.link() === null;
    const feed = await this.sending.send(() => this.api.post<CalendarFeed>('calendar-feed/renewal', {}));
    if (!feed) return;
    this.feed.set(feed);
    this.news.set(
      isFirst
        ? 'Your school has a calendar link now.'
        : 'There is a new link. The old one has stopped working.',
    );
  }

  protected async copy(address: string, box: HTMLInputElement): Promise<void> {
    box.select();
    try {
      await navigator.clipboard.writeText(address);
      this.news.set('The link is copied.');
    } catch {
      this.news.set('The link is selected: copy it with your keyboard.');
    }
  }
}
