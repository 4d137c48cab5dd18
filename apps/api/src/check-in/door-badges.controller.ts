import { CHECK_IN_PATH } from '@lectern/check-in';
import { readTicketPrint } from '@lectern/registrations';
import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ForDevice } from '../platform/access';
import { AnswersFile } from '../platform/answers';
import { asFile } from '../platform/printed-file';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { TicketPrinting } from '../registrations/ticket-printing.service';

/** Badges that are printed again at the door, from the browser of a supervisor’s phone or tablet. */
@Controller(CHECK_IN_PATH)
export class DoorBadgesController {
  constructor(private readonly printing: TicketPrinting) {}

  @ForDevice('supervisor')
  @Get('tickets/:ticketId/badge.pdf')
  @AnswersFile('application/pdf')
  async badge(
    @CurrentDevice() device: DeviceVisitor,
    @Param('ticketId') ticketId: string,
  ): Promise<StreamableFile> {
    const print = { ...readTicketPrint({ layout: 'badges' }), ticketId };
    return asFile(await this.printing.again(device.conferenceId, print));
  }
}
