import { notFound, type Page, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { GROUPS_PATH, type Ticket, TICKET_LAYOUTS } from '@lectern/registrations';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { GroupsService } from './groups.service';
import { TicketPrinting } from './ticket-printing';
import { TicketsService } from './tickets.service';

/** A group's tickets, as data and for print. */
@Controller(GROUPS_PATH)
export class TicketsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly tickets: TicketsService,
    private readonly printing: TicketPrinting,
  ) {}

  @RequirePermission('ticket.see')
  @Get(':id/tickets')
  @Answers(200, 'Page<Ticket>')
  async list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page<Ticket>> {
    const group = await this.groups.ownToRead(actor, id, 'ticket.see', 'tickets');
    return { items: await this.tickets.list(group.conferenceId, group.id), nextCursor: null };
  }

  @RequirePermission('ticket.see')
  @Get(':id/tickets.pdf')
  @AnswersFile('application/pdf')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('layout') asked = 'badges',
    @Query('ticketId') ticketId?: string,
  ): Promise<StreamableFile> {
    const group = await this.groups.own(actor, id, 'ticket.see');
    const layout = TICKET_LAYOUTS.find((known) => known === asked);
    if (!layout) {
      throw validationFailed([
        {
          field: 'layout',
          code: 'unknown-layout',
          message: `Choose one of these layouts: ${TICKET_LAYOUTS.join(', ')}.`,
        },
      ]);
    }
    await this.groups.ownToRead(actor, id, 'ticket.see', 'print');
    const printed = await this.printing.print(group, layout, ticketId);
    if (!printed) throw notFound('ticket');
    return new StreamableFile(printed.file, {
      type: 'application/pdf',
      disposition: `attachment; filename="${printed.name}"`,
    });
  }
}
