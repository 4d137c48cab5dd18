import { CONFERENCES_PATH } from '@lectern/conferences';
import type { Actor } from '@lectern/identity';
import {
  type GroupSessions,
  GROUPS_PATH,
  type SessionBoard,
  type SessionPlacement,
  type SessionPlan,
} from '@lectern/registrations';
import {
  SessionChoicesRequest,
  SessionPlacementRequest,
  SessionPlanPublication,
  SessionPlanRequest,
} from '@lectern/registrations/requests';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { SessionChoicesService } from './session-choices.service';
import { SessionPlacementsService } from './session-placements.service';
import { SessionPlansService } from './session-plans.service';

/** Groups and the sessions of the programme: schools choose, staff place, work out and publish. */
@Controller()
export class GroupSessionsController {
  constructor(
    private readonly choices: SessionChoicesService,
    private readonly placements: SessionPlacementsService,
    private readonly plans: SessionPlansService,
  ) {}

  @RequirePermission('group.see')
  @Get(`${GROUPS_PATH}/:id/sessions`)
  @Answers(200, 'GroupSessions')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<GroupSessions> {
    return this.choices.see(actor, id);
  }

  @RequirePermission('group.change')
  @Put(`${GROUPS_PATH}/:id/session-choices`)
  @Answers(200, 'GroupSessions')
  choose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: SessionChoicesRequest,
  ): Promise<GroupSessions> {
    return this.choices.choose(actor, id, request);
  }

  @RequirePermission('conference.manage')
  @Get(`${CONFERENCES_PATH}/:id/session-board`)
  @Answers(200, 'SessionBoard')
  board(@Param('id') id: string): Promise<SessionBoard> {
    return this.placements.board(id);
  }

  @RequirePermission('conference.manage')
  @Post(`${CONFERENCES_PATH}/:id/session-placements`)
  @Answers(201, 'SessionPlacement')
  place(@Param('id') id: string, @Body() request: SessionPlacementRequest): Promise<SessionPlacement> {
    return this.placements.place(id, request);
  }

  @RequirePermission('conference.manage')
  @Delete(`${CONFERENCES_PATH}/:id/session-placements/:placementId`)
  @HttpCode(204)
  @Answers(204)
  takeOut(@Param('id') id: string, @Param('placementId') placementId: string): Promise<void> {
    return this.placements.takeOut(id, placementId);
  }

  @RequirePermission('conference.manage')
  @Post(`${CONFERENCES_PATH}/:id/session-plans`)
  @HttpCode(200)
  @Answers(200, 'SessionPlan')
  workOut(@Param('id') id: string, @Body() request: SessionPlanRequest): Promise<SessionPlan> {
    return this.plans.workOut(id, request);
  }

  @RequirePermission('conference.manage')
  @Post(`${CONFERENCES_PATH}/:id/session-plans/publication`)
  @HttpCode(200)
  @Answers(200, 'SessionBoard')
  publish(@Param('id') id: string, @Body() request: SessionPlanPublication): Promise<SessionBoard> {
    return this.plans.publish(id, request);
  }
}
