import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Group, Ticket } from '@lectern/registrations';
import { EmptyState, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { GroupsApi } from './groups-api';
import { PrintChoice } from './print-choice';
import { SaidOnce } from '../platform/said-once';

interface Missing {
  readonly heading: string;
  readonly words: string;
  readonly mayName: boolean;
}

const whyNone = (group: Group): Missing => {
  if (group.status === 'cancelled') {
    return { heading: 'This group is cancelled', words: 'It has no tickets.', mayName: false };
  }
  const named = group.pupilsNamed + group.adultsNamed > 0;
  if (group.status !== 'confirmed') {
    return {
      heading: 'Tickets follow when the group has places',
      words: named
        ? 'Everybody that you have named gets one then, without your doing anything.'
        : 'You can name your pupils now, so that all is ready.',
      mayName: true,
    };
  }
  return {
    heading: 'First name who is coming',
    words: 'Each person gets a ticket as soon as the names are saved.',
    mayName: true,
  };
};

/** The tickets of a group, to print and to read out at the door. */
@Component({
  selector: 'app-tickets-page',
  imports: [EmptyState, Fetched, MatButton, PageHeader, PrintChoice, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tickets-page.html',
  styles: `
    .code {
      font-weight: 650;
      letter-spacing: 0.04em;
      white-space: nowrap;
    }
  `,
})
export class TicketsPage {
  readonly id = input.required<string>();
  protected readonly done = inject(SaidOnce).take();
  private readonly api = inject(GroupsApi);
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [group, tickets] = await Promise.all([this.api.see(params), this.api.tickets(params)]);
      return { group, tickets: tickets.items };
    },
  });
  protected readonly printAddress = computed(() => this.api.printAddress(this.id()));
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { group, tickets } = this.fetched.value();
    return {
      group,
      rows: tickets.map((ticket) => ({
        ticket,
        isValid: isValid(ticket),
        words: ticketWords(ticket),
        badge: isValid(ticket) ? this.api.badgeAddress(this.id(), ticket.id) : null,
      })),
      hasValid: tickets.some(isValid),
      missing: whyNone(group),
    };
  });
}

/** What became of a ticket, in a word or two. */
const ticketWords = ({ ended, status }: Ticket): string => {
  if (status === 'valid') return 'Works';
  return ended === 'replaced' ? 'Replaced' : 'Withdrawn';
};

const isValid = ({ status }: Ticket): boolean => status === 'valid';
