import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { CLOSED_SCHOOLS_PATH, type ClosedSchool, type SuccessionReport } from '@lectern/registrations';
import { SuccessionRequest } from '@lectern/registrations/requests';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { SchoolSuccessionService } from './school-succession.service';

/** Closed schools that still have people or groups. */
@Controller(CLOSED_SCHOOLS_PATH)
export class ClosedSchoolsController {
  constructor(private readonly succession: SchoolSuccessionService) {}

  @RequirePermission('school.move')
  @Get()
  @Answers(200, 'Page<ClosedSchool>')
  list(): Promise<Page<ClosedSchool>> {
    return this.succession.list();
  }

  @RequirePermission('school.move')
  @Post(':urn/succession')
  @Answers(201, 'SuccessionReport')
  succeed(
    @CurrentActor() actor: Actor,
    @Param('urn') urn: string,
    @Body() request: SuccessionRequest,
  ): Promise<SuccessionReport> {
    return this.succession.succeed(actor, urn, request);
  }
}
