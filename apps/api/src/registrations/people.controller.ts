import type { Actor } from '@lectern/identity';
import { GROUPS_PATH, type Person, type RosterTerms, type Substitution } from '@lectern/registrations';
import { NeedsChange, RosterOpening, SubstitutionRequest } from '@lectern/registrations/requests';
import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { PeopleChangesService } from './people-changes.service';
import { RosterService } from './roster.service';

/** By which terms a roster stands, and changes to one person of it. */
@Controller(`${GROUPS_PATH}/:id`)
export class PeopleController {
  constructor(
    private readonly people: PeopleChangesService,
    private readonly rosters: RosterService,
  ) {}

  @RequirePermission('roster.see')
  @Get('roster-terms')
  @Answers(200, 'RosterTerms')
  terms(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RosterTerms> {
    return this.rosters.terms(actor, id);
  }

  @RequirePermission('roster.override')
  @Post('roster-openings')
  @Answers(201, 'RosterTerms')
  open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() opening: RosterOpening,
  ): Promise<RosterTerms> {
    return this.rosters.open(actor, id, opening);
  }

  @RequirePermission('roster.change')
  @Post('people/:personId/substitution')
  @Answers(201, 'Substitution')
  swap(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() request: SubstitutionRequest,
  ): Promise<Substitution> {
    return this.people.swap(actor, id, personId, request);
  }

  @RequirePermission('roster.change')
  @Post('people/:personId/cancellation')
  @HttpCode(204)
  @Answers(204)
  takeOff(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<void> {
    return this.people.takeOff(actor, id, personId);
  }

  @RequirePermission('roster.change')
  @Patch('people/:personId')
  @Answers(200, 'Person')
  tellNeeds(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() change: NeedsChange,
  ): Promise<Person> {
    return this.people.tellNeeds(actor, id, personId, change);
  }
}
