import {
  CHECK_IN_PATH,
  type DoorCount,
  type PairedDevice,
  type RosterChanges,
  type ScanResults,
} from '@lectern/check-in';
import { DeviceRequest, ScanBatch } from '@lectern/check-in/requests';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ForDevice, Public } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { AttendanceBoard } from './attendance-board';
import { DevicesService } from './devices.service';
import { RosterSyncService } from './roster-sync.service';
import { ScansService } from './scans.service';

/** What a phone at the door does; its token opens nothing else. */
@Controller(CHECK_IN_PATH)
export class DoorController {
  constructor(
    private readonly devices: DevicesService,
    private readonly scans: ScansService,
    private readonly rosters: RosterSyncService,
    private readonly board: AttendanceBoard,
  ) {}

  @Public()
  @Post('devices')
  @Answers(201, 'PairedDevice')
  pair(@Body() request: DeviceRequest, @Req() raw: FastifyRequest): Promise<PairedDevice> {
    return this.devices.pair(request, raw.ip);
  }

  @ForDevice('steward', 'supervisor')
  @Get('roster')
  @Answers(200, 'RosterChanges')
  roster(@CurrentDevice() device: DeviceVisitor, @Query('cursor') cursor?: string): Promise<RosterChanges> {
    return this.rosters.changes(device, cursor);
  }

  @ForDevice('steward', 'supervisor')
  @Post('scans')
  @HttpCode(200)
  @Answers(200, 'ScanResults')
  scan(@CurrentDevice() device: DeviceVisitor, @Body() batch: ScanBatch): Promise<ScanResults> {
    return this.scans.take(device, batch);
  }

  @ForDevice('steward', 'supervisor')
  @Get('count')
  @Answers(200, 'DoorCount')
  async count(@CurrentDevice() device: DeviceVisitor): Promise<DoorCount> {
    const { admitted, onSite } = await this.board.now(device.conferenceId);
    return { admitted, onSite };
  }
}
