import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { Icon, StatusMark } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { peopleFigures } from './counts';
import { groupSteps } from './group-steps.rules';
import { groupMarks } from './group-words.rules';

const SPOKEN = { done: 'Done: ', now: 'To do: ', later: 'Later: ' } as const;

/** One group of a school with the steps of its visit: what is done, what is next, and by when. */
@Component({
  selector: 'app-group-progress',
  imports: [Icon, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet">
      <h3>
        <a [routerLink]="['/groups', group().id]">{{ group().conference.title }}</a>
      </h3>
      <p>{{ when() }}</p>
      <p class="soft figures">{{ numbers() }}</p>
      <p class="marks">
        @for (mark of marks(); track mark.words) {
          <lectern-status-mark [tone]="mark.tone" [words]="mark.words" />
        }
      </p>
      <ol class="plain-list">
        @for (step of steps(); track step.id) {
          <li [class]="step.state">
            <span class="tick" aria-hidden="true">
              @if (step.state === 'done') {
                <lectern-icon name="check" />
              }
            </span>
            <div>
              <p class="words">
                <span class="spoken">{{ spoken[step.state] }}</span>
                @if (step.link; as link) {
                  <a [routerLink]="link">{{ step.words }}</a>
                } @else {
                  {{ step.words }}
                }
              </p>
              <p class="soft small">{{ step.when }}</p>
            </div>
          </li>
        }
      </ol>
    </article>
  `,
  styles: `
    article {
      height: 100%;
    }
    h3 {
      font-size: 1.25rem;
    }
    p {
      margin: 0 0 0.25rem;
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
    }
    ol {
      margin-top: 1rem;
    }
    li {
      position: relative;
      display: flex;
      gap: 0.75rem;
      padding-bottom: 0.75rem;
    }
    /* The line that joins the steps. */
    li:not(:last-child)::before {
      content: '';
      position: absolute;
      inset-block: 1.5rem 0;
      inset-inline-start: calc(0.75rem - 1px);
      border-inline-start: 2px solid var(--hairline);
    }
    li > div {
      flex: 1;
      min-width: 0;
    }
    li p {
      margin: 0;
    }
    .tick {
      flex: none;
      display: grid;
      place-items: center;
      width: 1.5rem;
      height: 1.5rem;
      border: 2px solid var(--rule);
      border-radius: 50%;
      background: var(--sheet);
    }
    .now .tick {
      border-color: var(--ink);
      border-width: 4px;
    }
    .now .words {
      font-weight: 650;
    }
    .done .tick {
      border-color: var(--go);
      color: var(--go);
    }
    .tick lectern-icon {
      width: 1rem;
      height: 1rem;
    }
  `,
})
export class GroupProgress {
  readonly group = input.required<Group>();
  protected readonly spoken = SPOKEN;
  protected readonly when = computed(() => conferenceWhen(this.group().conference));
  protected readonly marks = computed(() => groupMarks(this.group()));
  protected readonly steps = computed(() => groupSteps(this.group()));
  protected readonly numbers = computed(() => {
    const { places, pupilsWanted, adults } = this.group();
    return peopleFigures(places || pupilsWanted, adults);
  });
}
