import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon, London, PageHeader, StatusMark } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { ALLOCATION_WORDS, conferenceWhen, registrationWords, yearGroupWords } from './conference-words';
import { ConferencesApi } from './conferences-api';
import { ProgrammeApi } from './programme-api';
import { ProgrammeList } from './programme-list';

/** One conference as anyone sees it: what it is, when, where, for whom, and how a school gets in. */
@Component({
  selector: 'app-conference-page',
  imports: [Fetched, Icon, London, MatButton, PageHeader, ProgrammeList, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conference-page.html',
  styles: `
    .summary {
      white-space: pre-line;
      font-size: 1.125rem;
    }
  `,
})
export class ConferencePage {
  readonly slug = input.required<string>();
  protected readonly session = inject(SessionStore);
  private readonly api = inject(ConferencesApi);
  protected readonly conference = resource({
    params: () => this.slug(),
    loader: ({ params }) => this.api.see(params),
  });
  private readonly programmes = inject(ProgrammeApi);
  private readonly planned = resource({
    params: () => (this.conference.hasValue() ? this.conference.value().id : undefined),
    loader: ({ params }) => this.programmes.see(params),
  });
  /** The programme, once there is something to read in it. */
  protected readonly programme = computed(() => {
    const programme = this.planned.hasValue() ? this.planned.value() : null;
    return programme && programme.slots.length > 0 ? programme : null;
  });
  /** The conference with its words, once it is there. */
  protected readonly shown = computed(() => {
    if (!this.conference.hasValue()) return null;
    const conference = this.conference.value();
    return {
      conference,
      when: conferenceWhen(conference),
      where: `${conference.venue.name}\n${conference.venue.address}`,
      years: yearGroupWords(conference.yearGroups),
      registration: registrationWords(conference),
      allocation: ALLOCATION_WORDS[conference.allocation],
      isOpen: conference.status === 'registration-open',
      isAhead: ['published', 'registration-open', 'registration-closed', 'live'].includes(conference.status),
      calendar: this.api.calendarAddress(conference),
    };
  });
  protected readonly mayRegister = computed(() => this.session.may('group.register'));
}
