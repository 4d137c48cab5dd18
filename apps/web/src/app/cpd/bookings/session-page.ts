import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listed } from '@lectern/core';
import { BOOKING_PEOPLE_MAX, PLACE_KIND_NAMES, placeLine, sessionWhen } from '@lectern/cpd';
import { Icon, PageHeader } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { SessionShelf } from '../resources/session-shelf';
import { outlookWords, sessionMark } from './booking-words.rules';
import { BookingsApi, calendarAddress } from './bookings-api';
import { SessionEvent } from './session-event';

/** One session as anyone sees it: what it is, when, where, who presents, and how a teacher gets in. */
@Component({
  selector: 'app-cpd-session-page',
  imports: [Fetched, Icon, MatButton, PageHeader, RouterLink, SessionShelf],
  providers: [SessionEvent],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-page.html',
  styles: `
    .summary {
      white-space: pre-line;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      padding-block: 0.375rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class CpdSessionPage {
  readonly id = input.required<string>();
  protected readonly session = inject(SessionStore);
  private readonly api = inject(BookingsApi);
  private readonly now = new Date();
  protected readonly mayBook = computed(() => this.session.may('booking.make'));
  protected readonly mayOffer = computed(() => this.session.may('offer.make'));
  protected readonly calendar = computed(() => calendarAddress('session', this.id()));
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [session, outlook] = await Promise.all([this.api.session(params), this.api.outlook(params)]);
      return { session, outlook };
    },
  });
  /** What a session is to whoever reads: something to come to, or to deliver, or that others book. */
  private readonly headings = computed((): { readonly heading: string; readonly words: string | null } => {
    if (this.mayBook() || !this.session.account()) return { heading: 'Come to this session', words: null };
    return this.mayOffer()
      ? { heading: 'Deliver this session', words: 'Trainees deliver sessions, alone or as a team.' }
      : { heading: 'Bookings', words: 'Teachers of partner schools book this session.' };
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { outlook, session } = this.fetched.value();
    const most = Math.min(BOOKING_PEOPLE_MAX, session.teacherPlaces);
    return {
      session,
      outlook,
      isOpen: outlook.isOpen,
      // Trainees who give it share from their offer: who they are is not told to this page.
      isOfSession: outlook.own.some(({ status }) => status === 'confirmed'),
      when: sessionWhen(session),
      where: session.place.kind === 'online' ? session.place.name : placeLine(session.place),
      kind: PLACE_KIND_NAMES[session.place.kind],
      mark: sessionMark(session, this.now),
      heading: outlook.isOpen ? this.headings().heading : 'This session takes no bookings',
      words: this.headings().words ?? outlookWords(outlook.session, most),
      presenters:
        session.presenters.length > 0
          ? listed(session.presenters.map(({ name }) => name))
          : 'To be announced',
      series: outlook.series && {
        ...outlook.series,
        words: this.headings().words === null ? outlookWords(outlook.series, most) : '',
        sessions: outlook.series.sessions.map((one) => ({ ...one, when: sessionWhen(one) })),
      },
    };
  });

  constructor() {
    const event = inject(SessionEvent);
    effect(() => {
      if (this.fetched.hasValue()) event.show(this.fetched.value().session);
    });
  }
}
