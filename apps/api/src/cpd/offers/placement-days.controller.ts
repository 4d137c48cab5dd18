import type { Page } from '@lectern/core';
import { type OwnPlacementDay, PLACEMENT_DAYS_PATH } from '@lectern/cpd';
import { PlacementDaysRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor } from '../../platform/visitor.decorators';
import { PlacementDaysService } from './placement-days.service';

/** A trainee’s own days on placement. */
@Controller(PLACEMENT_DAYS_PATH)
export class PlacementDaysController {
  constructor(private readonly days: PlacementDaysService) {}

  @RequirePermission('offer.make')
  @Get()
  @Answers(200, 'Page<OwnPlacementDay>')
  list(@CurrentActor() actor: Actor): Promise<Page<OwnPlacementDay>> {
    return this.days.list(actor);
  }

  @RequirePermission('offer.make')
  @Post()
  @Answers(201, 'Page<OwnPlacementDay>')
  add(@CurrentActor() actor: Actor, @Body() request: PlacementDaysRequest): Promise<Page<OwnPlacementDay>> {
    return this.days.add(actor, request);
  }

  @RequirePermission('offer.make')
  @Delete(':day')
  @HttpCode(204)
  @Answers(204)
  remove(@CurrentActor() actor: Actor, @Param('day') day: string): Promise<void> {
    return this.days.remove(actor, day);
  }
}
