import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import { ErrorSummary } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { AttendanceFeed } from './attendance-feed';
import { DeskApi } from './desk-api';

/** The end of the day: checks out whoever the doors did not see leaving, once somebody is sure that all have gone. */
@Component({
  selector: 'app-day-end-panel',
  imports: [ErrorSummary, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="day-end">End of the day</h2>
    <p role="status">{{ news() }}</p>
    <lectern-error-summary [errors]="sending.errors()" />
    @if (inside() > 0) {
      <p>
        Press this once the last coach has gone. First look at
        <a [routerLink]="['/staff/conferences', conferenceId(), 'roll']">who is here</a>.
      </p>
      <button matButton="outlined" type="button" (click)="end()">
        {{
          sending.busy() ? 'Checking out…' : 'Everyone has gone: check out the ' + inside() + ' still inside'
        }}
      </button>
    } @else if (!news()) {
      <p class="soft">Nobody is inside, as far as the doors know.</p>
    }
  `,
})
export class DayEndPanel {
  readonly conferenceId = input.required<string>();
  protected readonly sending = new Sending();
  private readonly feed = inject(AttendanceFeed);
  private readonly ask = inject(AskFirst);
  private readonly api = inject(DeskApi);
  protected readonly inside = computed(() => this.feed.attendance()?.onSite ?? 0);
  /** What has just become of it. */
  protected readonly news = signal('');

  protected async end(): Promise<void> {
    const people = figure(this.inside(), 'person', 'people');
    const sure = await this.ask.ask({
      heading: `Check out ${people}?`,
      words: `The doors have not seen ${people} leave. They are counted as gone from now on, and the roll shows nobody inside. Do this only when you have seen that everyone has gone.`,
      yes: `Check out ${people}`,
      no: 'Not yet',
    });
    if (!sure) return;
    const done = await this.sending.send(() => this.api.endDay(this.conferenceId()));
    if (!done) return;
    const left = done.results.filter(({ outcome }) => outcome === 'left').length;
    this.news.set(`${figure(left, 'person was', 'people were')} checked out.`);
  }
}
