import type { Page } from '@lectern/core';
import { CPD_SESSION_STATUSES, CPD_SESSIONS_PATH, type CpdSession } from '@lectern/cpd';
import { CpdSessionChange, CpdSessionRequest, CpdSessionTransition } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { choiceAsked, textAsked } from '../../platform/questions';
import { CurrentActor, MaybeActor } from '../../platform/visitor.decorators';
import { type Asked, idAsked, momentAsked } from '../cpd-questions';
import { CpdSessionsService } from './cpd-sessions.service';
import { SessionEditor } from './session-editor';

/** Sessions of CPD: the public programme, and what staff do with it. */
@Controller(CPD_SESSIONS_PATH)
export class CpdSessionsController {
  constructor(
    private readonly sessions: CpdSessionsService,
    private readonly editor: SessionEditor,
  ) {}

  @Public()
  @Get()
  @Answers(200, 'Page<CpdSession>')
  list(@MaybeActor() actor: Actor | null, @Query() asked: Asked): Promise<Page<CpdSession>> {
    const cursor = textAsked(asked, 'cursor', 200);
    return this.sessions.list(
      actor,
      {
        topicId: idAsked(asked, 'topicId'),
        programmeId: idAsked(asked, 'programmeId'),
        seriesId: idAsked(asked, 'seriesId'),
        from: momentAsked(asked, 'from'),
        to: momentAsked(asked, 'to'),
        status: choiceAsked(asked, 'status', CPD_SESSION_STATUSES),
      },
      limitOf(asked['limit']),
      cursor,
    );
  }

  @Public()
  @Get(':id')
  @Answers(200, 'CpdSession')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<CpdSession> {
    return this.sessions.see(actor, id);
  }

  @RequirePermission('cpd.plan')
  @Post()
  @Answers(201, 'CpdSession')
  create(@CurrentActor() actor: Actor, @Body() request: CpdSessionRequest): Promise<CpdSession> {
    return this.sessions.create(actor, request);
  }

  @RequirePermission('cpd.plan')
  @Patch(':id')
  @Answers(200, 'CpdSession')
  change(@Param('id') id: string, @Body() change: CpdSessionChange): Promise<CpdSession> {
    return this.editor.change(id, change);
  }

  @RequirePermission('cpd.plan')
  @Post(':id/transitions')
  @HttpCode(200)
  @Answers(200, 'CpdSession')
  move(@Param('id') id: string, @Body() transition: CpdSessionTransition): Promise<CpdSession> {
    return this.sessions.move(id, transition);
  }
}
