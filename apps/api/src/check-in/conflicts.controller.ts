import { CHECK_IN_PATH, type Conflict } from '@lectern/check-in';
import { SettlementRequest } from '@lectern/check-in/requests';
import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ForDevice, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor, CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { ConflictsService } from './conflicts.service';

/** Tickets that two phones let in, and how each was settled. */
@Controller()
export class ConflictsController {
  constructor(private readonly conflicts: ConflictsService) {}

  @RequirePermission('attendance.see')
  @Get('conferences/:id/conflicts')
  @Answers(200, 'Page<Conflict>')
  async list(@Param('id') id: string): Promise<Page<Conflict>> {
    return { items: await this.conflicts.list(id), nextCursor: null };
  }

  @RequirePermission('check-in.manage')
  @Post('conflicts/:id/settlement')
  @HttpCode(200)
  @Answers(200, 'Conflict')
  settle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: SettlementRequest,
  ): Promise<Conflict> {
    return this.conflicts.settleAtDesk(actor, id, reason);
  }

  @ForDevice('supervisor')
  @Post(`${CHECK_IN_PATH}/conflicts/:id/settlement`)
  @HttpCode(200)
  @Answers(200, 'Conflict')
  settleAtDoor(
    @CurrentDevice() device: DeviceVisitor,
    @Param('id') id: string,
    @Body() { reason }: SettlementRequest,
  ): Promise<Conflict> {
    return this.conflicts.settleAtDoor(device, id, reason);
  }
}
