import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { GROUPS_PATH, readTicketPrint, type Ticket } from '@lectern/registrations';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { asFile } from '../platform/printed-file';
import { CurrentActor } from '../platform/visitor.decorators';
import { GroupsService } from './groups.service';
import { TicketPrinting } from './ticket-printing.service';
import { AsksForPrint } from './ticket-print.question';
import { TicketsService } from './tickets.service';

type PrintQuestion = Readonly<Record<string, unknown>>;

/** Tickets, as data and for print: a group's, and all of a conference. */
@Controller()
export class TicketsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly tickets: TicketsService,
    private readonly printing: TicketPrinting,
  ) {}

  @RequirePermission('ticket.see')
  @Get(`${GROUPS_PATH}/:id/tickets`)
  @Answers(200, 'Page<Ticket>')
  async list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page<Ticket>> {
    const group = await this.groups.ownToRead(actor, id, 'ticket.see', 'tickets');
    return { items: await this.tickets.list(group.conferenceId, group.id), nextCursor: null };
  }

  @RequirePermission('ticket.see')
  @Get(`${GROUPS_PATH}/:id/tickets.pdf`)
  @AsksForPrint('ticketId')
  @AnswersFile('application/pdf')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() question: PrintQuestion,
  ): Promise<StreamableFile> {
    const print = readTicketPrint(question);
    const group = await this.groups.ownToRead(actor, id, 'ticket.see', 'print');
    return asFile(await this.printing.ofGroup(group, print));
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/tickets.pdf')
  @AsksForPrint('school', 'ticketId')
  @AnswersFile('application/pdf')
  async printAll(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() question: PrintQuestion,
  ): Promise<StreamableFile> {
    return asFile(await this.printing.ofConference(actor, id, readTicketPrint(question)));
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/paper-list.pdf')
  @AnswersFile('application/pdf')
  async paperList(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return asFile(await this.printing.paperList(actor, id));
  }
}
