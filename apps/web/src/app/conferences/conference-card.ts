import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Conference } from '@lectern/conferences';
import { StatusMark } from '@lectern/ui';
import { conferenceWhen, registrationWords, yearGroupWords } from './conference-words';

/** One conference in the public list; all of it leads to its page. */
@Component({
  selector: 'app-conference-card',
  imports: [RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet linked-card">
      <h3>
        <a [routerLink]="['/conferences', conference().slug]">{{ conference().title }}</a>
      </h3>
      <p class="when">{{ when() }}</p>
      <p class="soft">{{ conference().venue.name }} · {{ years() }}</p>
      <p><lectern-status-mark [tone]="registration().tone" [words]="registration().words" /></p>
    </article>
  `,
})
export class ConferenceCard {
  readonly conference = input.required<Conference>();
  protected readonly when = computed(() => conferenceWhen(this.conference()));
  protected readonly years = computed(() => yearGroupWords(this.conference().yearGroups));
  protected readonly registration = computed(() => registrationWords(this.conference()));
}
