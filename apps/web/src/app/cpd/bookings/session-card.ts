import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CpdSession, placeLine, sessionWhen } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { sessionMark } from './booking-words.rules';

/** One session in the public programme; all of it leads to its page. */
@Component({
  selector: 'app-session-card',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet linked-card">
      <h3>
        <a [routerLink]="['/challenging-topics/sessions', session().id]">{{ session().title }}</a>
      </h3>
      <p>{{ when() }}</p>
      <p class="soft">{{ where() }} · {{ session().topicTitle }}</p>
      @if (session().seriesId) {
        <p class="soft">Part of a series</p>
      }
      <p><lectern-status-mark [tone]="mark().tone" [words]="mark().words" /></p>
    </article>
  `,
})
export class SessionCard {
  readonly session = input.required<CpdSession>();
  private readonly now = new Date();
  protected readonly when = computed(() => sessionWhen(this.session()));
  protected readonly where = computed(() => placeLine(this.session().place));
  protected readonly mark = computed(() => sessionMark(this.session(), this.now));
}
