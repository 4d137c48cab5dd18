import type {
  Attendance,
  Checkpoint,
  ConferenceSummary,
  Device,
  DevicePairing,
  DoorResults,
} from '@lectern/check-in';
import { CheckpointRequest, DayEndRequest, DevicePairingRequest } from '@lectern/check-in/requests';
import { notFound, type Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, type MessageEvent, Param, Post, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { DoorEventsService } from '../conferences/door-events.service';
import { RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { AttendanceBoard, toEvents } from './attendance-board';
import { CheckpointsService } from './checkpoints.service';
import { ConferenceSummaryService } from './conference-summary.service';
import { DayEndService } from './day-end.service';
import { DevicesService } from './devices.service';

/** What staff do and see of check-in. */
@Controller()
export class StaffCheckInController {
  constructor(
    private readonly checkpoints: CheckpointsService,
    private readonly devices: DevicesService,
    private readonly board: AttendanceBoard,
    private readonly summaries: ConferenceSummaryService,
    private readonly events: DoorEventsService,
    private readonly days: DayEndService,
  ) {}

  @RequirePermission('check-in.manage')
  @Get('conferences/:id/checkpoints')
  @Answers(200, 'Page<Checkpoint>')
  async list(@Param('id') id: string): Promise<Page<Checkpoint>> {
    return { items: await this.checkpoints.listFor(id), nextCursor: null };
  }

  @RequirePermission('check-in.manage')
  @Post('conferences/:id/checkpoints')
  @Answers(201, 'Checkpoint')
  add(@Param('id') id: string, @Body() request: CheckpointRequest): Promise<Checkpoint> {
    return this.checkpoints.add(id, request);
  }

  @RequirePermission('check-in.manage')
  @Post('conferences/:id/device-pairings')
  @Answers(201, 'DevicePairing')
  invite(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: DevicePairingRequest,
  ): Promise<DevicePairing> {
    return this.devices.invite(actor, id, request);
  }

  @RequirePermission('check-in.manage')
  @Get('conferences/:id/devices')
  @Answers(200, 'Page<Device>')
  async paired(@Param('id') id: string): Promise<Page<Device>> {
    return { items: await this.devices.list(id), nextCursor: null };
  }

  @RequirePermission('check-in.manage')
  @Post('devices/:id/revocation')
  @HttpCode(200)
  @Answers(200, 'Device')
  revoke(@Param('id') id: string): Promise<Device> {
    return this.devices.revoke(id);
  }

  @RequirePermission('check-in.manage')
  @Post('conferences/:id/day-end')
  @HttpCode(200)
  @Answers(200, 'DoorResults')
  endDay(@Param('id') id: string, @Body() request: DayEndRequest): Promise<DoorResults> {
    return this.days.atDesk(id, request);
  }

  @RequirePermission('attendance.see')
  @Get('conferences/:id/summary')
  @Answers(200, 'ConferenceSummary')
  summary(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ConferenceSummary> {
    return this.summaries.of(actor, id);
  }

  @RequirePermission('attendance.see')
  @Get('conferences/:id/attendance')
  @Answers(200, 'Attendance')
  async attendance(@Param('id') id: string): Promise<Attendance> {
    return this.board.now(await this.known(id));
  }

  @RequirePermission('attendance.see')
  @Sse('conferences/:id/attendance/stream')
  @AnswersFile('text/event-stream')
  async stream(@Param('id') id: string): Promise<Observable<MessageEvent>> {
    return this.board.stream(await this.known(id)).pipe(toEvents);
  }

  private async known(id: string): Promise<string> {
    const conference = await this.events.facts(id);
    if (!conference) throw notFound('conference');
    return conference.id;
  }
}
