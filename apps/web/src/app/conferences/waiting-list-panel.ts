import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { londonDateTime, ordinal } from '@lectern/core';
import type { Standing } from '@lectern/registrations';
import { StatusMark, type Tone } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { AllocationApi } from './allocation-api';

const markOf = ({ offer, position, resting }: Standing): { readonly tone: Tone; readonly words: string } => {
  if (offer) return { tone: 'needs', words: 'Offered' };
  if (resting) return { tone: 'past', words: 'Off the list' };
  return { tone: 'wait', words: position === null ? 'Waiting' : ordinal(position) };
};

/** The waiting list for staff: who stands where, and why. */
@Component({
  selector: 'app-waiting-list-panel',
  imports: [Fetched, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="section" aria-labelledby="waiting-list">
      <h2 id="waiting-list">Waiting list</h2>
      <app-fetched [of]="list" heading="The waiting list could not be shown" />
      @if (shown(); as shown) {
        @if (shown.rows.length === 0) {
          <p class="soft">No group is waiting.</p>
        } @else {
          <p>{{ shown.summary }}</p>
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Groups on the waiting list, in order
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">School</th>
                  <th scope="col" role="columnheader">Stands</th>
                  <th scope="col" role="columnheader">Has</th>
                  <th scope="col" role="columnheader">Wants</th>
                  <th scope="col" role="columnheader">Why it stands there</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of shown.rows; track row.standing.groupId) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <a [routerLink]="['/groups', row.standing.groupId]">{{ row.standing.school.name }}</a>
                    </th>
                    <td role="cell" data-label="Stands">
                      <lectern-status-mark [tone]="row.mark.tone" [words]="row.mark.words" />
                    </td>
                    <td role="cell" data-label="Has">{{ row.standing.places }}</td>
                    <td role="cell" data-label="Wants">{{ row.standing.pupilsWanted }}</td>
                    <td role="cell" data-label="Why">
                      <span>{{ row.standing.words }}</span>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </section>
  `,
})
export class WaitingListPanel {
  readonly conferenceId = input.required<string>();
  private readonly api = inject(AllocationApi);
  protected readonly list = resource({
    params: () => this.conferenceId(),
    loader: ({ params }) => this.api.waitingList(params),
  });
  protected readonly shown = computed(() => {
    if (!this.list.hasValue()) return null;
    const { items, listEndsAt, offerHours, placesFree, placesHeld } = this.list.value();
    return {
      summary: `${placesFree} free, ${placesHeld} held by offers. An offer stands for ${offerHours} hours, and never past ${londonDateTime(listEndsAt)}.`,
      rows: items.map((standing) => ({ standing, mark: markOf(standing) })),
    };
  });
}
