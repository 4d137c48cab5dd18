import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { London } from '@lectern/ui';
import { GroupSessionsApi } from './group-sessions-api';
import { choicesOf, dayLines, slotsUnchosen } from './group-sessions.rules';

/** The group's sessions on its page: what it may still choose, and where it goes. Nothing while there is no programme. */
@Component({
  selector: 'app-group-sessions-card',
  imports: [London, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (shown(); as shown) {
      <section class="sheet section" aria-labelledby="sessions">
        <h2 id="sessions">Sessions</h2>
        @if (shown.mayChoose) {
          <p>
            {{
              shown.left > 0
                ? 'Say which sessions your group would like.'
                : 'You have said which sessions your group would like.'
            }}
            You can do so until {{ shown.until | london }}.
          </p>
          <div class="actions">
            <a matButton="outlined" [routerLink]="['/groups', groupId(), 'sessions']">{{
              shown.left > 0 ? 'Choose sessions' : 'Change your choices'
            }}</a>
          </div>
        }
        <ul class="plain-list">
          @for (line of shown.lines; track line.key) {
            <li>
              <span class="soft figures time">{{ line.time }}</span>
              <span
                >{{ line.title }}{{ line.room ? ', ' + line.room : '' }}
                @if (line.part) {
                  <span class="soft small">{{ line.part }}</span>
                }
              </span>
            </li>
          }
        </ul>
        <p>
          <a [routerLink]="['/groups', groupId(), 'timetable']">The group’s timetable to print</a>
        </p>
      </section>
    }
  `,
  styles: `
    .actions {
      margin-block: 0 1.25rem;
    }
    li {
      display: grid;
      grid-template-columns: 10rem 1fr;
      gap: 0 1rem;
      padding-block: 0.375rem;
      border-bottom: 1px solid var(--hairline);
    }
    ul {
      margin-bottom: 1rem;
    }
    @media (max-width: 30rem) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class GroupSessionsCard {
  readonly groupId = input.required<string>();
  private readonly api = inject(GroupSessionsApi);
  private readonly sessions = resource({
    params: () => this.groupId(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    // The card is an extra: when it cannot be fetched, the page of the group is still whole.
    if (!this.sessions.hasValue()) return null;
    const sessions = this.sessions.value();
    if (sessions.timetable.length === 0) return null;
    const { isOpen, slots, until } = sessions.choosing;
    return {
      until,
      mayChoose: isOpen && slots.length > 0,
      left: slotsUnchosen(slots, choicesOf(sessions)),
      lines: dayLines(sessions),
    };
  });
}
