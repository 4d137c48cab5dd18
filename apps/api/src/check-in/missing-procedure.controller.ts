import type { MissingProcedure } from '@lectern/check-in';
import { MissingProcedureRequest } from '@lectern/check-in/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ActorNames } from '../audit/actor-names';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { MissingProcedureService } from './missing-procedure.service';

/** The host's procedure for a missing pupil, the same for all its conferences. */
@Controller('missing-procedure')
export class MissingProcedureController {
  constructor(
    private readonly procedure: MissingProcedureService,
    private readonly names: ActorNames,
  ) {}

  @RequirePermission('attendance.see')
  @Get()
  @Answers(200, 'MissingProcedure')
  now(): Promise<MissingProcedure> {
    return this.procedure.now();
  }

  @RequirePermission('check-in.manage')
  @Put()
  @Answers(200, 'MissingProcedure')
  async change(
    @CurrentActor() { accountId }: Actor,
    @Body() request: MissingProcedureRequest,
  ): Promise<MissingProcedure> {
    const names = await this.names.names('account', [accountId]);
    return this.procedure.change(
      { id: accountId, name: names.get(accountId) ?? 'University staff' },
      request,
    );
  }
}
