import type { Actor, OpenInvitation, SchoolPeople } from '@lectern/identity';
import { ColleagueInvitation } from '@lectern/identity/requests';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { SchoolPeopleService } from './school-people.service';

/** The people of one school. */
@Controller('schools/:urn')
export class SchoolPeopleController {
  constructor(private readonly people: SchoolPeopleService) {}

  @RequirePermission('school-people.see')
  @Get('people')
  @Answers(200, 'SchoolPeople')
  see(@CurrentActor() actor: Actor, @Param('urn') urn: string): Promise<SchoolPeople> {
    return this.people.see(actor, urn);
  }

  @RequirePermission('school-people.change')
  @Post('invitations')
  @Answers(201, 'OpenInvitation')
  invite(
    @CurrentActor() actor: Actor,
    @Param('urn') urn: string,
    @Body() request: ColleagueInvitation,
  ): Promise<OpenInvitation> {
    return this.people.invite(actor, urn, request);
  }

  @RequirePermission('school-people.change')
  @Delete('people/:accountId')
  @HttpCode(204)
  @Answers(204)
  endAccess(
    @CurrentActor() actor: Actor,
    @Param('urn') urn: string,
    @Param('accountId') accountId: string,
  ): Promise<void> {
    return this.people.endAccess(actor, urn, accountId);
  }
}
