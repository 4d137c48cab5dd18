import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatTabLink, MatTabNav, MatTabNavPanel } from '@angular/material/tabs';
import {
  ActivatedRoute,
  NavigationEnd,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { ErrorSummary, FiveNumbers, type HeadNumber, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { ConferenceInView } from './conference-in-view';
import { conferenceWhen, stateMark } from './conference-words';

const TABS = [
  { words: 'Overview', path: './', exact: true },
  { words: 'Programme', path: 'programme', exact: false },
  { words: 'Groups', path: 'groups', exact: false },
  { words: 'Places', path: 'places', exact: false },
  { words: 'Check-in', path: 'check-in', exact: false },
  { words: 'Visit pack', path: 'visit-pack', exact: false },
  { words: 'Settings', path: 'settings', exact: false },
] as const;

const groups = (count: number): { note?: string } =>
  count === 0 ? {} : { note: `${count} ${count === 1 ? 'group' : 'groups'}` };

/** The page of one conference for staff: its head, its numbers, its next step, and its tabs. */
@Component({
  selector: 'app-conference-frame',
  imports: [
    ErrorSummary,
    Fetched,
    FiveNumbers,
    MatButton,
    MatTabLink,
    MatTabNav,
    MatTabNavPanel,
    PageHeader,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  providers: [ConferenceInView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conference-frame.html',
})
export class ConferenceFrame {
  readonly id = input.required<string>();
  protected readonly view = inject(ConferenceInView);
  protected readonly tabs = TABS;
  private readonly route = inject(ActivatedRoute);
  /** The tab in view, for the title of the document. */
  protected readonly part = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => this.route.snapshot.firstChild?.title ?? ''),
    ),
    { initialValue: '' },
  );
  protected readonly head = computed(() => {
    const conference = this.view.conference();
    return conference && { state: stateMark(conference.status), when: conferenceWhen(conference) };
  });
  protected readonly numbers = computed<readonly HeadNumber[]>(() => {
    const numbers = this.view.numbers();
    if (!numbers) return [];
    return [
      { label: 'Places', value: numbers.places },
      { label: 'Confirmed', value: numbers.confirmedPupils, ...groups(numbers.confirmedGroups) },
      { label: 'Waiting', value: numbers.waitingPupils, ...groups(numbers.waitingGroups) },
      { label: 'People named', value: numbers.peopleNamed },
      { label: 'On site', value: numbers.onSite },
    ];
  });

  constructor() {
    effect(() => this.view.id.set(this.id()));
  }
}
