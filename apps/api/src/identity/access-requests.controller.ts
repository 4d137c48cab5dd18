import type { Page } from '@lectern/core';
import {
  ACCESS_REQUEST_LISTS,
  ACCESS_REQUESTS_PATH,
  type AccessRequest,
  type AccessRequestConfirmed,
  type AccessRequestSent,
  type Actor,
} from '@lectern/identity';
import { AccessRefusal, AddressConfirmation, AskForAccess } from '@lectern/identity/requests';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { choiceAsked } from '../platform/questions';
import { CurrentActor } from '../platform/visitor.decorators';
import { AccessDecisionsService } from './access-decisions.service';
import { AccessRequestsService } from './access-requests.service';

/** Asking for access to a school, and deciding who gets it. */
@Controller(ACCESS_REQUESTS_PATH)
export class AccessRequestsController {
  constructor(
    private readonly requests: AccessRequestsService,
    private readonly decisions: AccessDecisionsService,
  ) {}

  @Public()
  @Post()
  @Answers(201, 'AccessRequestSent')
  ask(@Body() request: AskForAccess, @Req() raw: FastifyRequest): Promise<AccessRequestSent> {
    return this.requests.ask(request, raw.ip);
  }

  // The token comes in the body: addresses are logged, and letters are opened by machines that follow links.
  @Public()
  @Post('confirmations')
  @Answers(201, 'AccessRequestConfirmed')
  confirm(
    @Body() { token }: AddressConfirmation,
    @Req() raw: FastifyRequest,
  ): Promise<AccessRequestConfirmed> {
    return this.requests.confirm(token, raw.ip);
  }

  @RequirePermission('access-request.see')
  @Get()
  @ApiQuery({ name: 'list', required: false, schema: { type: 'string', enum: [...ACCESS_REQUEST_LISTS] } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @Answers(200, 'Page<AccessRequest>')
  list(@CurrentActor() actor: Actor, @Query() asked: Record<string, unknown>): Promise<Page<AccessRequest>> {
    const list = choiceAsked(asked, 'list', ACCESS_REQUEST_LISTS) ?? 'waiting';
    return this.decisions.list(actor, list, limitOf(asked['limit']), asked['cursor']);
  }

  @RequirePermission('access-request.decide')
  @Post(':id/approval')
  @HttpCode(200)
  @Answers(200, 'AccessRequest')
  approve(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccessRequest> {
    return this.decisions.approve(actor, id);
  }

  @RequirePermission('access-request.decide')
  @Post(':id/refusal')
  @HttpCode(200)
  @Answers(200, 'AccessRequest')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() refusal: AccessRefusal,
  ): Promise<AccessRequest> {
    return this.decisions.decline(actor, id, refusal);
  }
}
