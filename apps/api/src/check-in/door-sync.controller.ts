import { type AdmissionChanges, CHECK_IN_PATH, type DoorState } from '@lectern/check-in';
import { ContactRequest } from '@lectern/check-in/requests';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ForDevice } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { AdmissionFeed } from './admission-feed';
import { DoorContactService } from './door-contact.service';

/** What a phone fetches to decide by itself when the network is away. */
@Controller(CHECK_IN_PATH)
export class DoorSyncController {
  constructor(
    private readonly contacts: DoorContactService,
    private readonly feed: AdmissionFeed,
  ) {}

  @ForDevice('steward', 'supervisor')
  @Post('contact')
  @HttpCode(200)
  @Answers(200, 'DoorState')
  contact(@CurrentDevice() device: DeviceVisitor, @Body() request: ContactRequest): Promise<DoorState> {
    return this.contacts.contact(device, request);
  }

  @ForDevice('steward', 'supervisor')
  @Get('admissions')
  @Answers(200, 'AdmissionChanges')
  admissions(
    @CurrentDevice() { conferenceId }: DeviceVisitor,
    @Query('cursor') cursor?: string,
  ): Promise<AdmissionChanges> {
    return this.feed.changes(conferenceId, cursor);
  }
}
