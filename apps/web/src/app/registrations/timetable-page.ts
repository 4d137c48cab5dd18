import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { Fetched } from '../platform/fetched';
import { GroupSessionsApi } from './group-sessions-api';
import { dayLines } from './group-sessions.rules';

/** A group's day on a page of its own, for the adults who come with it to print. */
@Component({
  selector: 'app-timetable-page',
  imports: [EmptyState, Fetched, Icon, MatButton, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="sessions" heading="The timetable could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          [heading]="shown.school"
          [part]="shown.title"
          [lede]="shown.title + ', ' + shown.when"
          [backTo]="'/groups/' + id()"
          backWords="The group"
        >
          <button matButton="filled" type="button" (click)="print()">
            <lectern-icon name="print" /> Print the timetable
          </button>
        </lectern-page-header>
        @if (shown.lines.length === 0) {
          <lectern-empty-state
            heading="There is no timetable yet"
            words="It appears here as soon as the university publishes the programme."
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                The group’s day
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">When</th>
                  <th scope="col" role="columnheader">What</th>
                  <th scope="col" role="columnheader">Where</th>
                  <th scope="col" role="columnheader">With</th>
                  <th scope="col" role="columnheader">Who and why</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (line of shown.lines; track line.key) {
                  <tr role="row">
                    <th scope="row" role="rowheader" class="figures">{{ line.time }}</th>
                    <td role="cell" data-label="What">
                      <span>
                        <strong>{{ line.title }}</strong>
                        @if (line.slot) {
                          <br /><span class="soft">{{ line.slot }}</span>
                        }
                      </span>
                    </td>
                    <td role="cell" data-label="Where">{{ line.room ?? '–' }}</td>
                    <td role="cell" data-label="With">{{ line.speakers || '–' }}</td>
                    <td role="cell" data-label="Who and why">
                      <span>
                        @if (!line.isOpen) {
                          {{ line.part ?? 'Everybody' }}
                        }
                        @if (line.reason) {
                          <br /><span class="soft">{{ line.reason }}</span>
                        }
                      </span>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </div>
  `,
})
export class TimetablePage {
  readonly id = input.required<string>();
  private readonly api = inject(GroupSessionsApi);
  protected readonly sessions = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.sessions.hasValue()) return null;
    const sessions = this.sessions.value();
    return {
      school: sessions.school,
      title: sessions.conference.title,
      when: conferenceWhen(sessions.conference),
      lines: dayLines(sessions),
    };
  });

  protected print(): void {
    print();
  }
}
