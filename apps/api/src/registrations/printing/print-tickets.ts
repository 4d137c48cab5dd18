import type { Readable } from 'node:stream';
import type { TicketPrint } from '@lectern/registrations';
import { printBadges, printBadgesOnA4 } from './print-badges';
import { printGroupList } from './print-group-list';
import { printLabels } from './print-labels';
import type { PrintedTickets } from './printing.contract';

/** Tickets on paper, in the layout that was asked for. */
export const printTickets = (
  tickets: PrintedTickets,
  { layout, sheet, from }: Pick<TicketPrint, 'layout' | 'sheet' | 'from'>,
  printedAt: Date,
): Readable => {
  switch (layout) {
    case 'labels':
      return printLabels(tickets, sheet, from);
    case 'list':
      return printGroupList(tickets, printedAt);
    case 'badges-a4':
      return printBadgesOnA4(tickets);
    case 'badges':
      return printBadges(tickets);
  }
};
