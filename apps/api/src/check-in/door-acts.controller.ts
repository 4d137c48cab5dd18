import { type Annulment, CHECK_IN_PATH, type DoorResults } from '@lectern/check-in';
import { AnnulmentRequest, DayEndRequest, PartyArrivalRequest } from '@lectern/check-in/requests';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ForDevice } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { AnnulmentsService } from './annulments.service';
import { DayEndService } from './day-end.service';
import { PartyArrivalsService } from './party-arrivals.service';

/** What a phone does beside scanning: takes a scan back, lets a party in, sends everybody home. */
@Controller(CHECK_IN_PATH)
export class DoorActsController {
  constructor(
    private readonly annulments: AnnulmentsService,
    private readonly parties: PartyArrivalsService,
    private readonly days: DayEndService,
  ) {}

  @ForDevice('steward', 'supervisor')
  @Post('scans/:id/annulment')
  @HttpCode(200)
  @Answers(200, 'Annulment')
  annul(
    @CurrentDevice() device: DeviceVisitor,
    @Param('id') id: string,
    @Body() request: AnnulmentRequest,
  ): Promise<Annulment> {
    return this.annulments.annul(device, id, request);
  }

  /** Everybody of a group but those ticked as absent; out again too. */
  @ForDevice('steward', 'supervisor')
  @Post('party-arrivals')
  @HttpCode(200)
  @Answers(200, 'DoorResults')
  party(@CurrentDevice() device: DeviceVisitor, @Body() request: PartyArrivalRequest): Promise<DoorResults> {
    return this.parties.take(device, request);
  }

  @ForDevice('supervisor')
  @Post('day-end')
  @HttpCode(200)
  @Answers(200, 'DoorResults')
  endDay(@CurrentDevice() device: DeviceVisitor, @Body() request: DayEndRequest): Promise<DoorResults> {
    return this.days.end(device, request);
  }
}
