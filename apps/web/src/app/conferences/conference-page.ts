import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon, London, PageHeader, StatusMark } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import {
  ALLOCATION_WORDS,
  conferenceWhen,
  registrationWords,
  supervisionWords,
  yearGroupWords,
} from './conference-words';
import { ConferencesApi } from './conferences-api';
import { EventData } from './event-data';
import { fileWords } from './file-words';
import { packAddress, VisitPackApi } from './visit-pack-api';
import { PlaceRulesWords } from './place-rules-words';
import { ProgrammeApi } from './programme-api';
import { ProgrammeList } from './programme-list';

/** One conference as anyone sees it: what it is, when, where, for whom, and how a school gets in. */
@Component({
  selector: 'app-conference-page',
  imports: [
    Fetched,
    Icon,
    London,
    MatButton,
    PageHeader,
    PlaceRulesWords,
    ProgrammeList,
    RouterLink,
    StatusMark,
  ],
  providers: [EventData],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conference-page.html',
  styles: `
    .files {
      margin-bottom: 1.5rem;
    }
    .files a {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
    }
    .files li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      padding-block: 0.25rem;
    }
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
      adults: supervisionWords(conference),
      registration: registrationWords(conference),
      allocation: ALLOCATION_WORDS[conference.allocation],
      isOpen: conference.status === 'registration-open',
      isAhead: ['published', 'registration-open', 'registration-closed', 'live'].includes(conference.status),
      calendar: this.api.calendarAddress(conference),
    };
  });
  private readonly packs = inject(VisitPackApi);
  private readonly pack = resource({
    params: () => this.slug(),
    loader: ({ params }) => this.packs.see(params),
  });
  /** What anyone may read of the visit pack; the page does without it while it is not there. */
  protected readonly files = computed(() =>
    (this.pack.hasValue() ? this.pack.value().files : [])
      .filter(({ isPublic }) => isPublic)
      .map(({ title, current }) => ({ title, address: packAddress(current), words: fileWords(current) })),
  );
  protected readonly mayRegister = computed(() => this.session.may('group.register'));

  constructor() {
    const data = inject(EventData);
    effect(() => {
      if (this.conference.hasValue()) data.show(this.conference.value());
    });
  }
}
