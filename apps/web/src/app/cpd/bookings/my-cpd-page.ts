import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, PageHeader } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { BookingCard } from './booking-card';
import { sortBookings } from './booking-words.rules';
import { BookingsApi } from './bookings-api';

/** A teacher’s bookings: what waits for an answer, what is to come, what is waited for, and what is over. */
@Component({
  selector: 'app-my-cpd-page',
  imports: [BookingCard, EmptyState, Fetched, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="My CPD" [lede]="lede()">
        <a matButton="filled" routerLink="/challenging-topics">Find a session</a>
        @if (session.may('certificate.own')) {
          <a matButton="outlined" routerLink="/my-cpd/certificates">Certificates</a>
          <a matButton="outlined" routerLink="/my-cpd/hours">Hours</a>
        }
      </lectern-page-header>
      <app-fetched [of]="bookings" heading="Your bookings could not be shown" />
      @for (list of lists(); track list.id) {
        <section class="section" [attr.aria-labelledby]="list.id">
          <h2 [id]="list.id">{{ list.heading }}</h2>
          <ul class="plain-list cards">
            @for (booking of list.bookings; track booking.id) {
              <li><app-booking-card [booking]="booking" /></li>
            }
          </ul>
        </section>
      }
      @if (bookings.hasValue() && bookings.value().items.length === 0) {
        <lectern-empty-state
          heading="Nothing is booked yet"
          words="Sessions that you book are kept here, with their waiting lists and certificates."
        >
          <a matButton="outlined" routerLink="/challenging-topics">See the sessions</a>
        </lectern-empty-state>
      }
    </div>
  `,
  styles: `
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
  `,
})
export class MyCpdPage {
  protected readonly session = inject(SessionStore);
  private readonly api = inject(BookingsApi);
  private readonly now = new Date();
  protected readonly lede = computed(() =>
    this.session.isCoordinator() ? 'Everything that your school has booked.' : null,
  );
  protected readonly bookings = resource({ loader: () => this.api.list() });
  protected readonly lists = computed(() => {
    const bookings = this.bookings.hasValue() ? this.bookings.value().items : [];
    const { coming, offered, past, waiting } = sortBookings(bookings, this.now);
    return [
      { id: 'offered', heading: 'Places held for you: answer soon', bookings: offered },
      { id: 'coming', heading: 'Coming up', bookings: coming },
      { id: 'waiting', heading: 'Waiting', bookings: waiting },
      { id: 'past', heading: 'Past and cancelled', bookings: past },
    ].filter((list) => list.bookings.length > 0);
  });
}
