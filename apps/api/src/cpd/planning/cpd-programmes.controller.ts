import type { Page } from '@lectern/core';
import { CPD_PROGRAMMES_PATH, type CpdProgramme, type YearPlan } from '@lectern/cpd';
import { CpdProgrammeChange, CpdProgrammeRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor, MaybeActor } from '../../platform/visitor.decorators';
import { CpdProgrammesService } from './cpd-programmes.service';
import { HalfTermPlansService } from './half-term-plans.service';

/** The CPD programmes of the academic years. */
@Controller(CPD_PROGRAMMES_PATH)
export class CpdProgrammesController {
  constructor(
    private readonly programmes: CpdProgrammesService,
    private readonly plans: HalfTermPlansService,
  ) {}

  @Public()
  @Get()
  @Answers(200, 'Page<CpdProgramme>')
  list(@MaybeActor() actor: Actor | null): Promise<Page<CpdProgramme>> {
    return this.programmes.list(actor);
  }

  @Public()
  @Get(':id')
  @Answers(200, 'CpdProgramme')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<CpdProgramme> {
    return this.programmes.see(actor, id);
  }

  @RequirePermission('cpd.see-drafts')
  @Get(':id/plan')
  @Answers(200, 'YearPlan')
  plan(@Param('id') id: string): Promise<YearPlan> {
    return this.plans.of(id);
  }

  @RequirePermission('cpd.plan')
  @Post()
  @Answers(201, 'CpdProgramme')
  create(@CurrentActor() actor: Actor, @Body() request: CpdProgrammeRequest): Promise<CpdProgramme> {
    return this.programmes.create(actor, request);
  }

  @RequirePermission('cpd.plan')
  @Patch(':id')
  @Answers(200, 'CpdProgramme')
  change(@Param('id') id: string, @Body() change: CpdProgrammeChange): Promise<CpdProgramme> {
    return this.programmes.change(id, change);
  }
}
