import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  type Group,
  GROUPS_PATH,
  type Roster,
  type RosterPreview,
  type WaitingList,
} from '@lectern/registrations';
import {
  GroupCancellation,
  GroupChange,
  GroupRequest,
  RosterPaste,
  RosterSave,
} from '@lectern/registrations/requests';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { CurrentActor } from '../platform/visitor.decorators';
import { GroupChangesService } from './group-changes.service';
import { GroupsService } from './groups.service';
import { RosterService } from './roster.service';
import { StandingsService } from './standings.service';
import { cellsOf } from './roster-upload';

/** School groups and their rosters. */
@Controller()
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly changes: GroupChangesService,
    private readonly rosters: RosterService,
    private readonly standings: StandingsService,
  ) {}

  @RequirePermission('group.register')
  @Post('conferences/:id/groups')
  @Answers(201, 'Group')
  register(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: GroupRequest,
  ): Promise<Group> {
    return this.groups.register(actor, id, request);
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/groups')
  @Answers(200, 'Page<Group>')
  ofConference(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page<Group>> {
    return this.groups.list(actor, id, limitOf(limit), cursor);
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/waiting-list')
  @Answers(200, 'WaitingList')
  waitingList(@Param('id') id: string): Promise<WaitingList> {
    return this.standings.of(id);
  }

  @RequirePermission('group.see')
  @Get(GROUPS_PATH)
  @Answers(200, 'Page<Group>')
  mine(
    @CurrentActor() actor: Actor,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page<Group>> {
    return this.groups.list(actor, undefined, limitOf(limit), cursor);
  }

  @RequirePermission('group.see')
  @Get(`${GROUPS_PATH}/:id`)
  @Answers(200, 'Group')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Group> {
    return this.groups.see(actor, id);
  }

  @RequirePermission('group.change')
  @Patch(`${GROUPS_PATH}/:id`)
  @Answers(200, 'Group')
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() change: GroupChange): Promise<Group> {
    return this.changes.change(actor, id, change);
  }

  @RequirePermission('group.change')
  @Post(`${GROUPS_PATH}/:id/cancellation`)
  @HttpCode(200)
  @Answers(200, 'Group')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: GroupCancellation,
  ): Promise<Group> {
    return this.groups.cancel(actor, id, request);
  }

  @RequirePermission('roster.see')
  @Get(`${GROUPS_PATH}/:id/roster`)
  @Answers(200, 'Roster')
  roster(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Roster> {
    return this.rosters.see(actor, id);
  }

  @RequirePermission('roster.change')
  @Post(`${GROUPS_PATH}/:id/roster-previews`)
  @ApiBody({ type: RosterPaste })
  @Answers(201, 'RosterPreview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<RosterPreview> {
    // Whose group it is comes before what was sent: a stranger learns nothing from a bad file.
    await this.groups.own(actor, id, 'roster.change');
    return this.rosters.preview(actor, id, await cellsOf(request));
  }

  @RequirePermission('roster.change')
  @Put(`${GROUPS_PATH}/:id/roster`)
  @Answers(200, 'Roster')
  save(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() request: RosterSave): Promise<Roster> {
    return this.rosters.save(actor, id, request);
  }
}
