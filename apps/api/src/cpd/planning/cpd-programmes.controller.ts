import { CPD_PROGRAMMES_PATH, type CpdProgramme } from '@lectern/cpd';
import { CpdProgrammeRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Post } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor } from '../../platform/visitor.decorators';
import { CpdProgrammesService } from './cpd-programmes.service';

/** The CPD programmes of the academic years. */
@Controller(CPD_PROGRAMMES_PATH)
export class CpdProgrammesController {
  constructor(private readonly programmes: CpdProgrammesService) {}

  @RequirePermission('cpd.plan')
  @Post()
  @Answers(201, 'CpdProgramme')
  create(@CurrentActor() actor: Actor, @Body() request: CpdProgrammeRequest): Promise<CpdProgramme> {
    return this.programmes.create(actor, request);
  }
}
