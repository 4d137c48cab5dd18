import { type Annulment, CHECK_IN_PATH } from '@lectern/check-in';
import { AnnulmentRequest } from '@lectern/check-in/requests';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ForDevice } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { AnnulmentsService } from './annulments.service';

/** What a phone does beside scanning: takes a scan back, lets a party in, sends everybody home. */
@Controller(CHECK_IN_PATH)
export class DoorActsController {
  constructor(private readonly annulments: AnnulmentsService) {}

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
}
