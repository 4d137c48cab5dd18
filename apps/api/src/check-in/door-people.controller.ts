import { CHECK_IN_PATH, type ScanResult } from '@lectern/check-in';
import { DoorSubstitutionRequest, DoorWalkInRequest } from '@lectern/check-in/requests';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ForDevice } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { DoorPeopleService } from './door-people.service';

/** Whom a supervisor puts on a list at the door and lets in. */
@Controller(CHECK_IN_PATH)
export class DoorPeopleController {
  constructor(private readonly people: DoorPeopleService) {}

  @ForDevice('supervisor')
  @Post('walk-ins')
  @HttpCode(200)
  @Answers(200, 'ScanResult')
  walkIn(@CurrentDevice() device: DeviceVisitor, @Body() request: DoorWalkInRequest): Promise<ScanResult> {
    return this.people.walkIn(device, request);
  }

  @ForDevice('supervisor')
  @Post('substitutions')
  @HttpCode(200)
  @Answers(200, 'ScanResult')
  substitute(
    @CurrentDevice() device: DeviceVisitor,
    @Body() request: DoorSubstitutionRequest,
  ): Promise<ScanResult> {
    return this.people.substitute(device, request);
  }
}
