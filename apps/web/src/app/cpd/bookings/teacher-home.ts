import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { EmptyState, PageHeader } from '@lectern/ui';
import { greeting } from '../../home/greeting.rules';
import { NextList } from '../../home/next-list';
import { firstTasks } from '../../home/next-task.rules';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { BookingCard } from './booking-card';
import { sortBookings, tasksOfTeacher } from './booking-words.rules';
import { BookingsApi } from './bookings-api';
import { SessionCard } from './session-card';

const SESSIONS_SHOWN = 3;

/** Home of a teacher: what waits for an answer, what is booked, and what can be booked. */
@Component({
  selector: 'app-teacher-home',
  imports: [BookingCard, EmptyState, Fetched, MatButton, NextList, PageHeader, RouterLink, SessionCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="greeting()" [lede]="today" />
      <app-fetched [of]="fetched" heading="Your bookings could not be shown" />
      @if (shown(); as shown) {
        <section aria-labelledby="next">
          <h2 id="next">Next</h2>
          @if (shown.tasks.length > 0) {
            <app-next-list [tasks]="shown.tasks" />
          } @else {
            <p>There is nothing that you need to do at the moment.</p>
          }
        </section>
        <section class="section" aria-labelledby="booked">
          <h2 id="booked">Your sessions</h2>
          @if (shown.booked.length > 0) {
            <ul class="plain-list cards">
              @for (booking of shown.booked; track booking.id) {
                <li><app-booking-card [booking]="booking" /></li>
              }
            </ul>
          } @else {
            <lectern-empty-state
              heading="Nothing is booked"
              words="Find a session on a topic that is hard to teach."
            />
          }
          <p class="actions no-print">
            <a matButton="outlined" routerLink="/my-cpd">All your bookings</a>
            <a matButton="outlined" routerLink="/my-cpd/certificates">Certificates</a>
          </p>
        </section>
        @if (shown.open.length > 0) {
          <section class="section" aria-labelledby="open">
            <h2 id="open">Open for booking</h2>
            <ul class="plain-list cards">
              @for (session of shown.open; track session.id) {
                <li><app-session-card [session]="session" /></li>
              }
            </ul>
            <p class="actions no-print">
              <a matButton="outlined" routerLink="/challenging-topics">All sessions</a>
              <a matButton="outlined" routerLink="/challenging-topics/topics">Mark the hardest topics</a>
            </p>
          </section>
        }
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
export class TeacherHome {
  private readonly api = inject(BookingsApi);
  private readonly session = inject(SessionStore);
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly greeting = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly fetched = resource({
    loader: async () => {
      const [bookings, sessions] = await Promise.all([this.api.list(), this.api.sessions(this.now, null)]);
      return { bookings: bookings.items, sessions: sessions.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { bookings, sessions } = this.fetched.value();
    const { coming, offered, waiting } = sortBookings(bookings, this.now);
    const own = new Set(
      [...coming, ...offered, ...waiting].flatMap((one) => one.sessions.map(({ id }) => id)),
    );
    return {
      tasks: firstTasks(tasksOfTeacher([...offered, ...coming], this.now)),
      booked: [...coming, ...waiting],
      open: sessions
        .filter(({ id, status }) => status === 'published' && !own.has(id))
        .slice(0, SESSIONS_SHOWN),
    };
  });
}
