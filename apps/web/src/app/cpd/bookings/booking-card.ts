import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import { placeLine, type SessionBooking, sessionWhen } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { bookingMark } from './booking-words.rules';

/** One booking in a list; all of it leads to its page. */
@Component({
  selector: 'app-booking-card',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet linked-card">
      <h3>
        <a [routerLink]="['/my-cpd/bookings', booking().id]">{{ booking().title }}</a>
      </h3>
      @for (line of shown().lines; track line) {
        <p>{{ line }}</p>
      }
      <p class="soft">{{ shown().who }}</p>
      <p><lectern-status-mark [tone]="shown().mark.tone" [words]="shown().mark.words" /></p>
    </article>
  `,
})
export class BookingCard {
  readonly booking = input.required<SessionBooking>();
  private readonly now = new Date();
  protected readonly shown = computed(() => {
    const { bookedBy, of, people, sessions } = this.booking();
    const ahead = sessions.find((one) => new Date(one.endsAt) > this.now) ?? sessions.at(-1);
    const isYours = people.length === 1 && people[0]?.isYou === true;
    const series = of.kind === 'series' ? `Series of ${figure(sessions.length, 'session')}, next: ` : '';
    return {
      lines: ahead ? [`${series}${sessionWhen(ahead)}`, placeLine(ahead.place)] : [],
      who: isYours ? 'Just you' : `${figure(people.length, 'person', 'people')}, booked by ${bookedBy.name}`,
      mark: bookingMark(this.booking(), this.now),
    };
  });
}
