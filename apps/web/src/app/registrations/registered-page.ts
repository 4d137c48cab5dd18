import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { PageHeader } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { Fetched } from '../platform/fetched';
import { count } from './counts';
import { type Mark, groupMark, whatNext } from './group-words.rules';
import { GroupsApi } from './groups-api';

/** What came of a registration, as the heading of the page after it. */
const outcomeOf = ({ places, pupilsWanted, status }: Group): string => {
  if (status === 'waiting') return 'Your group is on the waiting list';
  if (status === 'pending') return 'Your group is registered';
  if (status === 'cancelled') return 'This group is cancelled';
  return places < pupilsWanted
    ? `You have ${count(places, 'place')} of ${pupilsWanted}`
    : `You have ${count(places, 'place')}`;
};

/** The page after a registration: what came of it, what happens next and when. */
@Component({
  selector: 'app-registered-page',
  imports: [Fetched, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <app-fetched [of]="group" heading="Your group could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header [heading]="shown.heading" [status]="shown.mark" />
        <p>
          {{ shown.group.school.name }} at <strong>{{ shown.group.conference.title }}</strong>,
          {{ shown.when }}, {{ shown.group.conference.venueName }}.
        </p>
        <h2>What happens next</h2>
        @for (sentence of shown.next; track sentence) {
          <p>{{ sentence }}</p>
        }
        <div class="actions">
          <a matButton="filled" [routerLink]="['/groups', id(), 'roster']">Add names now</a>
          <a matButton="outlined" [routerLink]="['/groups', id()]">See the group</a>
        </div>
        <p class="section"><a [href]="shown.calendar" download>Add the day to your calendar</a></p>
      }
    </div>
  `,
})
export class RegisteredPage {
  readonly id = input.required<string>();
  private readonly api = inject(GroupsApi);
  protected readonly group = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.group.hasValue()) return null;
    const group = this.group.value();
    const mark: Mark = groupMark(group);
    return {
      group,
      mark,
      heading: outcomeOf(group),
      when: conferenceWhen(group.conference),
      next: whatNext(group),
      calendar: `/api/conferences/${group.conference.slug}/calendar.ics`,
    };
  });
}
