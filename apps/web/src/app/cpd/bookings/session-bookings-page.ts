import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import { sessionWhen } from '@lectern/cpd';
import { EmptyState, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { bookingMark } from './booking-words.rules';
import { BookingsApi } from './bookings-api';

/** Everybody who has booked a session, in the order in which places are given; for staff, and to print. */
@Component({
  selector: 'app-session-bookings-page',
  imports: [EmptyState, Fetched, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        [heading]="shown() ? 'Who has booked ' + shown()?.session?.title : 'Who has booked'"
        [lede]="shown()?.when ?? null"
        [backTo]="'/staff/cpd/sessions/' + id()"
        backWords="The session"
      />
      <app-fetched [of]="fetched" heading="The bookings could not be shown" />
      @if (shown(); as shown) {
        @if (shown.rows.length > 0) {
          <p class="figures">{{ shown.figures }}</p>
          <div class="table-frame" tabindex="0" role="region" aria-label="Bookings">
            <table class="table table--cards" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Name</th>
                  <th scope="col" role="columnheader">School</th>
                  <th scope="col" role="columnheader">Place</th>
                  <th scope="col" role="columnheader">Booking</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of shown.rows; track row.person.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      {{ row.person.name }}<br /><span class="address">{{ row.person.email }}</span>
                    </th>
                    <td role="cell" data-label="School">{{ row.school }}</td>
                    <td role="cell" data-label="Place">
                      <lectern-status-mark
                        [tone]="row.person.hasPlace ? 'go' : 'wait'"
                        [words]="row.person.hasPlace ? 'Has a place' : row.waits"
                      />
                    </td>
                    <td role="cell" data-label="Booking">
                      <a [routerLink]="['/my-cpd/bookings', row.bookingId]"
                        >Booked by {{ row.bookedBy
                        }}<span class="spoken"> with {{ row.person.name }} on it</span></a
                      >
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <lectern-empty-state
            heading="Nobody has booked yet"
            words="Bookings appear here as soon as teachers make them."
          />
        }
      }
    </div>
  `,
  styles: `
    .address {
      color: var(--text-soft);
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  `,
})
export class SessionBookingsPage {
  readonly id = input.required<string>();
  private readonly api = inject(BookingsApi);
  private readonly now = new Date();
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [session, bookings] = await Promise.all([this.api.session(params), this.api.ofSession(params)]);
      return { session, bookings: bookings.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { bookings, session } = this.fetched.value();
    const rows = bookings.flatMap((booking) =>
      booking.people.map((person) => ({
        person,
        bookingId: booking.id,
        school: booking.school.name,
        bookedBy: booking.bookedBy.name,
        waits: booking.places > 0 ? 'Waits for a place' : bookingMark(booking, this.now).words,
      })),
    );
    const placed = rows.filter(({ person }) => person.hasPlace).length;
    return {
      session,
      rows,
      when: sessionWhen(session),
      figures: `${figure(placed, 'person has', 'people have')} a place of ${session.teacherPlaces}; ${figure(rows.length - placed, 'person waits', 'people wait')}.`,
    };
  });
}
