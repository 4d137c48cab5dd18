import type { Actor } from '@lectern/identity';
import type { WalkIn } from '@lectern/registrations';
import { WalkInRequest } from '@lectern/registrations/requests';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { WalkInsService } from './walk-ins.service';

/** Whom staff put on a list on the day. */
@Controller('conferences/:id')
export class WalkInsController {
  constructor(private readonly walkIns: WalkInsService) {}

  @RequirePermission('roster.override')
  @Post('walk-ins')
  @Answers(201, 'WalkIn')
  add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: WalkInRequest,
  ): Promise<WalkIn> {
    return this.walkIns.add(actor, id, request);
  }
}
