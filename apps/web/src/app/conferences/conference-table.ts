import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Conference } from '@lectern/conferences';
import { StatusMark } from '@lectern/ui';
import { conferenceWhen, stateMark, yearGroupWords } from './conference-words';

/** Conferences as staff list them: when, for whom, how full, in which state. */
@Component({
  selector: 'app-conference-table',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ heading() }}</h2>
    <div class="table-frame">
      <table class="table table--cards" role="table">
        <caption class="spoken">
          {{
            heading()
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">Conference</th>
            <th scope="col" role="columnheader">When</th>
            <th scope="col" role="columnheader">For</th>
            <th scope="col" role="columnheader" class="number">Places given</th>
            <th scope="col" role="columnheader">State</th>
            @if (mayCopy()) {
              <th scope="col" role="columnheader"><span class="spoken">Hold again</span></th>
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.id) {
            <tr role="row">
              <th scope="row" role="rowheader">
                <a [routerLink]="['/staff/conferences', row.id]">{{ row.title }}</a>
              </th>
              <td role="cell" data-label="When">{{ row.when }}</td>
              <td role="cell" data-label="For">{{ row.years }}</td>
              <td role="cell" data-label="Places given" class="number">
                {{ row.given }} of {{ row.places }}
              </td>
              <td role="cell" data-label="State">
                <lectern-status-mark [tone]="row.state.tone" [words]="row.state.words" />
              </td>
              @if (mayCopy()) {
                <td role="cell" data-label="Again">
                  <a [routerLink]="['/staff/conferences', row.id, 'copy']"
                    >Hold again<span class="spoken">: {{ row.title }}</span></a
                  >
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td:not([data-label='When']) {
      white-space: nowrap;
    }
    :host {
      display: block;
      margin-bottom: 2rem;
    }
  `,
})
export class ConferenceTable {
  readonly heading = input.required<string>();
  readonly conferences = input.required<readonly Conference[]>();
  /** Whether each row leads to holding the conference again. */
  readonly mayCopy = input(false);
  protected readonly rows = computed(() =>
    this.conferences().map((conference) => ({
      id: conference.id,
      title: conference.title,
      when: conferenceWhen(conference),
      years: yearGroupWords(conference.yearGroups),
      given: conference.pupilPlaces - conference.placesLeft,
      places: conference.pupilPlaces,
      state: stateMark(conference.status),
    })),
  );
}
