import type { Page } from '@lectern/core';
import { SUITABILITY_PATH, SUITABILITY_STATES, type TraineeSuitability } from '@lectern/cpd';
import { SuitabilityRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { choiceAsked, textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import type { Asked } from './offer-questions';
import { SuitabilityService } from './suitability.service';

/** Which trainees may work with schools, and the record of who said so. */
@Controller(SUITABILITY_PATH)
export class SuitabilityController {
  constructor(private readonly suitability: SuitabilityService) {}

  @RequirePermission('suitability.manage')
  @Get()
  @Answers(200, 'Page<TraineeSuitability>')
  list(@Query() asked: Asked): Promise<Page<TraineeSuitability>> {
    return this.suitability.list(
      { text: textAsked(asked, 'q'), state: choiceAsked(asked, 'state', SUITABILITY_STATES) },
      limitOf(asked['limit']),
      textAsked(asked, 'cursor', 300),
    );
  }

  @RequirePermission('suitability.manage')
  @Post(':accountId')
  @Answers(201, 'TraineeSuitability')
  record(
    @CurrentActor() actor: Actor,
    @Param('accountId') accountId: string,
    @Body() request: SuitabilityRequest,
  ): Promise<TraineeSuitability> {
    return this.suitability.record(actor, accountId, request);
  }
}
