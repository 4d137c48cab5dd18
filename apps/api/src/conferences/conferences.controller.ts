import type { Page } from '@lectern/core';
import { type Conference, CONFERENCES_PATH } from '@lectern/conferences';
import {
  ConferenceChange,
  ConferenceCopyRequest,
  ConferenceRequest,
  TransitionRequest,
} from '@lectern/conferences/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { Public, RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import type { Config } from '../platform/config';
import { limitOf } from '../platform/paging';
import { CONFIG } from '../platform/tokens';
import { CurrentActor, MaybeActor } from '../platform/visitor.decorators';
import { ConferenceCopiesService } from './conference-copies.service';
import { conferenceCalendar } from './conference-calendar';
import { ConferencesService } from './conferences.service';

/** Conferences: the public list and pages, and what staff do with them. */
@Controller(CONFERENCES_PATH)
export class ConferencesController {
  constructor(
    private readonly conferences: ConferencesService,
    private readonly copies: ConferenceCopiesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get()
  @Answers(200, 'Page<Conference>')
  list(
    @MaybeActor() actor: Actor | null,
    @Query('scope') scope?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page<Conference>> {
    return this.conferences.list(actor, scope, limitOf(limit), cursor);
  }

  @Public()
  @Get(':id')
  @Answers(200, 'Conference')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<Conference> {
    return this.conferences.see(actor, id);
  }

  @Public()
  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="conference.ics"')
  @AnswersFile('text/calendar')
  async calendar(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<string> {
    return conferenceCalendar(await this.conferences.see(actor, id), this.config.url);
  }

  @RequirePermission('conference.manage')
  @Post()
  @Answers(201, 'Conference')
  create(@CurrentActor() actor: Actor, @Body() request: ConferenceRequest): Promise<Conference> {
    return this.conferences.create(actor, request);
  }

  @RequirePermission('conference.manage')
  @Post(':id/copies')
  @Answers(201, 'Conference')
  copy(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: ConferenceCopyRequest,
  ): Promise<Conference> {
    return this.copies.copy(actor, id, request);
  }

  @RequirePermission('conference.manage')
  @Patch(':id')
  @Answers(200, 'Conference')
  change(@Param('id') id: string, @Body() change: ConferenceChange): Promise<Conference> {
    return this.conferences.change(id, change);
  }

  @RequirePermission('conference.manage')
  @Post(':id/transitions')
  @HttpCode(200)
  @Answers(200, 'Conference')
  move(@Param('id') id: string, @Body() transition: TransitionRequest): Promise<Conference> {
    return this.conferences.move(id, transition);
  }
}
