import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { StatusMark } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { peopleFigures } from './counts';
import { groupMarks, isOver } from './group-words.rules';

/** One group in a list; all of it leads to its page. */
@Component({
  selector: 'app-group-card',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet linked-card">
      <h3>
        <a [routerLink]="['/groups', group().id]">{{ group().conference.title }}</a>
      </h3>
      @if (showSchool()) {
        <p>{{ group().school.name }}, {{ group().school.town }}</p>
      }
      <p>{{ when() }}</p>
      <p class="soft figures">{{ numbers() }}</p>
      <p class="marks">
        @for (mark of marks(); track mark.words) {
          <lectern-status-mark [tone]="mark.tone" [words]="mark.words" />
        }
      </p>
    </article>
  `,
  styles: `
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
    }
  `,
})
export class GroupCard {
  readonly group = input.required<Group>();
  /** Whether to say whose group it is: staff see those of every school. */
  readonly showSchool = input(false);
  protected readonly when = computed(() => conferenceWhen(this.group().conference));
  protected readonly marks = computed(() => groupMarks(this.group()));
  protected readonly numbers = computed(() => {
    const group = this.group();
    const all = peopleFigures(group.places || group.pupilsWanted, group.adults);
    return isOver(group) ? all : `${all}, ${group.pupilsNamed + group.adultsNamed || 'nobody'} named so far`;
  });
}
