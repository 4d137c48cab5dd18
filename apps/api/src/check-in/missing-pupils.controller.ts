import { CHECK_IN_PATH, type MissingPupil } from '@lectern/check-in';
import {
  MissingPupilClosureRequest,
  MissingPupilRequest,
  MissingPupilStepRequest,
} from '@lectern/check-in/requests';
import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ActorNames } from '../audit/actor-names';
import { ForDevice, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor, CurrentDevice } from '../platform/visitor.decorators';
import type { DeviceVisitor } from '../platform/visitors';
import { type Finder, MissingPupilsService } from './missing-pupils.service';

const pageOf = (items: readonly MissingPupil[]): Page<MissingPupil> => ({ items, nextCursor: null });

const supervisor = ({ deviceId, name }: DeviceVisitor): Finder => ({
  id: deviceId,
  name: `${name}, supervisor`,
});

/** Pupils whom nobody can find, for staff and for supervisors' phones; stewards have no part in it. */
@Controller()
export class MissingPupilsController {
  constructor(
    private readonly missing: MissingPupilsService,
    private readonly names: ActorNames,
  ) {}

  @RequirePermission('attendance.see')
  @Get('conferences/:id/missing-pupils')
  @Header('cache-control', 'no-store')
  @Answers(200, 'Page<MissingPupil>')
  async list(@Param('id') id: string): Promise<Page<MissingPupil>> {
    return pageOf(await this.missing.list(id));
  }

  @RequirePermission('check-in.manage')
  @Post('conferences/:id/missing-pupils')
  @Answers(201, 'MissingPupil')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: MissingPupilRequest,
  ): Promise<MissingPupil> {
    return this.missing.open(await this.staff(actor), id, request);
  }

  @RequirePermission('check-in.manage')
  @Post('missing-pupils/:id/steps')
  @Answers(201, 'MissingPupil')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: MissingPupilStepRequest,
  ): Promise<MissingPupil> {
    return this.missing.step(await this.staff(actor), await this.missing.find(id), request);
  }

  @RequirePermission('check-in.manage')
  @Post('missing-pupils/:id/closure')
  @HttpCode(200)
  @Answers(200, 'MissingPupil')
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: MissingPupilClosureRequest,
  ): Promise<MissingPupil> {
    return this.missing.close(await this.staff(actor), await this.missing.find(id), request);
  }

  @ForDevice('supervisor')
  @Get(`${CHECK_IN_PATH}/missing-pupils`)
  @Header('cache-control', 'no-store')
  @Answers(200, 'Page<MissingPupil>')
  async atDoor(@CurrentDevice() device: DeviceVisitor): Promise<Page<MissingPupil>> {
    return pageOf(await this.missing.list(device.conferenceId));
  }

  @ForDevice('supervisor')
  @Post(`${CHECK_IN_PATH}/missing-pupils`)
  @Answers(201, 'MissingPupil')
  openAtDoor(
    @CurrentDevice() device: DeviceVisitor,
    @Body() request: MissingPupilRequest,
  ): Promise<MissingPupil> {
    return this.missing.open(supervisor(device), device.conferenceId, request);
  }

  @ForDevice('supervisor')
  @Post(`${CHECK_IN_PATH}/missing-pupils/:id/steps`)
  @Answers(201, 'MissingPupil')
  async stepAtDoor(
    @CurrentDevice() device: DeviceVisitor,
    @Param('id') id: string,
    @Body() request: MissingPupilStepRequest,
  ): Promise<MissingPupil> {
    const record = await this.missing.find(id, device.conferenceId);
    return this.missing.step(supervisor(device), record, request);
  }

  private async staff({ accountId }: Actor): Promise<Finder> {
    const names = await this.names.names('account', [accountId]);
    return { id: accountId, name: names.get(accountId) ?? 'University staff' };
  }
}
