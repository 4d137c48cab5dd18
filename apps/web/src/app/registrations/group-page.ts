import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Group } from '@lectern/registrations';
import { London, PageHeader, StatusMark } from '@lectern/ui';
import { conferenceWhen } from '../conferences/conference-words';
import { closedWords } from '../identity/people-words.rules';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { CoachCode } from './coach-code';
import { figure, peopleFigures } from './counts';
import { GroupPlaces } from './group-places';
import { groupMarks, isChangeable, isOver, packMark, whatNext } from './group-words.rules';
import { GroupSessionsCard } from './group-sessions-card';
import { GroupsApi } from './groups-api';
import { RosterLockNote } from './roster-lock-note';
import { RostersApi } from './rosters-api';
import { SaidOnce } from '../platform/said-once';
import { TicketDownloads } from './ticket-downloads';
import { AskWhy } from '../platform/ask-why';

/** One group: how it stands, what happens next, who is named, what to print, and ways to change it. */
@Component({
  selector: 'app-group-page',
  imports: [
    CoachCode,
    Fetched,
    GroupPlaces,
    GroupSessionsCard,
    London,
    MatButton,
    PageHeader,
    RosterLockNote,
    RouterLink,
    StatusMark,
    TicketDownloads,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './group-page.html',
  styles: `
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      margin-block: -1rem 1.5rem;
    }
    .pack {
      margin-block-start: 1.5rem;
    }
    .more {
      margin-block-start: 1.25rem;
    }
    .next p {
      font-size: 1.125rem;
    }
    .next .actions {
      margin-block-start: 1rem;
    }
  `,
})
export class GroupPage {
  readonly id = input.required<string>();
  protected readonly session = inject(SessionStore);
  protected readonly done = inject(SaidOnce).take();
  private readonly api = inject(GroupsApi);
  private readonly rosters = inject(RostersApi);
  private readonly why = inject(AskWhy);
  protected readonly group = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly terms = resource({
    params: () => (this.group.hasValue() && !isOver(this.group.value()) ? this.id() : undefined),
    loader: ({ params }) => this.rosters.terms(params),
  });
  private readonly isLocked = computed(() => this.terms.hasValue() && this.terms.value().isLocked);
  /** The group with its words, once it is there. */
  protected readonly shown = computed(() => {
    if (!this.group.hasValue()) return null;
    const group = this.group.value();
    const named = group.pupilsNamed + group.adultsNamed;
    return {
      group,
      when: conferenceWhen(group.conference),
      marks: groupMarks(group),
      next: whatNext(group),
      closed: closedWords(group.school),
      named,
      namedWords: peopleFigures(group.pupilsNamed, group.adultsNamed),
      asked:
        group.pupilsMinimum < group.pupilsWanted
          ? `${figure(group.pupilsWanted, 'pupil')}, and at least ${group.pupilsMinimum}`
          : figure(group.pupilsWanted, 'pupil'),
      pack: packMark(group),
      hasTickets: group.status === 'confirmed' && named > 0,
      // With nobody named there is nobody for it to let in.
      coachCode: named > 0 ? group.partyCode : undefined,
      isOver: isOver(group),
      mayName: !isOver(group) && !this.isLocked(),
      mayChange: isChangeable(group),
    };
  });

  protected async cancel(group: Group): Promise<void> {
    const cancelled = await this.why.ask({
      heading: 'Cancel this group?',
      words:
        group.places > 0
          ? `Its ${figure(group.places, 'place')} go to the next school on the waiting list and its tickets stop working. This cannot be undone.`
          : 'It leaves the waiting list. This cannot be undone.',
      reason: {
        label: 'Why can the group not come? (optional)',
        hint: 'The university reads this. Name no pupils.',
      },
      yes: 'Cancel the group',
      doing: 'Cancelling…',
      no: 'Keep the group',
      send: (reason) => this.api.cancel(group.id, reason === '' ? {} : { reason }),
    });
    if (cancelled) this.group.set(cancelled);
  }
}
