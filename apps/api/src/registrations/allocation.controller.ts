import type { Actor } from '@lectern/identity';
import type { AllocationBoard, AllocationTrial, PlaceRules, SchoolFacts } from '@lectern/registrations';
import {
  AllocationPublication,
  AllocationTrialRequest,
  PlaceRulesChange,
  SchoolFactsChange,
} from '@lectern/registrations/requests';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor, MaybeActor } from '../platform/visitor.decorators';
import { AllocationService } from './allocation.service';
import { PlaceRulesService } from './place-rules.service';
import { SchoolFactsService } from './school-facts.service';

/** How places are given: the published rules, and the fair allocation that staff try and publish. */
@Controller()
export class AllocationController {
  constructor(
    private readonly rules: PlaceRulesService,
    private readonly allocation: AllocationService,
    private readonly facts: SchoolFactsService,
  ) {}

  @Public()
  @Get('conferences/:id/place-rules')
  @Answers(200, 'PlaceRules')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<PlaceRules> {
    return this.rules.see(actor, id);
  }

  @RequirePermission('conference.manage')
  @Put('conferences/:id/place-rules')
  @Answers(200, 'PlaceRules')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: PlaceRulesChange,
  ): Promise<PlaceRules> {
    return this.rules.change(actor, id, change);
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/allocation')
  @Answers(200, 'AllocationBoard')
  board(@Param('id') id: string): Promise<AllocationBoard> {
    return this.allocation.board(id);
  }

  @RequirePermission('conference.manage')
  @Post('conferences/:id/allocation-trials')
  @HttpCode(200)
  @Answers(200, 'AllocationTrial')
  trial(@Param('id') id: string, @Body() request: AllocationTrialRequest): Promise<AllocationTrial> {
    return this.allocation.trial(id, request);
  }

  @RequirePermission('conference.manage')
  @Post('conferences/:id/allocation')
  @Answers(201, 'AllocationBoard')
  publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: AllocationPublication,
  ): Promise<AllocationBoard> {
    return this.allocation.publish(actor, id, request);
  }

  @RequirePermission('conference.manage')
  @Put('schools/:urn/allocation-facts')
  @Answers(200, 'SchoolFacts')
  changeFacts(
    @CurrentActor() actor: Actor,
    @Param('urn') urn: string,
    @Body() change: SchoolFactsChange,
  ): Promise<SchoolFacts> {
    return this.facts.change(actor, urn, change);
  }
}
