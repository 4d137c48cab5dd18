import { academicYearFromSlug, academicYearSlug, type Page, validationFailed } from '@lectern/core';
import { type Topic, type TopicDemand, TOPICS_PATH } from '@lectern/cpd';
import { TopicChange, TopicRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { textAsked } from '../../platform/questions';
import { CurrentActor, MaybeActor } from '../../platform/visitor.decorators';
import type { Asked } from '../cpd-questions';
import { TopicVotesService } from './topic-votes.service';
import { TopicsService } from './topics.service';

/** A question for an academic year, `2026/27` or as addresses have it, `2026-27`. */
const yearAsked = (asked: Asked): string | undefined => {
  const value = textAsked(asked, 'academicYear');
  if (value === undefined) return undefined;
  const year = academicYearFromSlug(academicYearSlug(value));
  if (year !== null) return year;
  const message = 'Ask for an academic year, such as 2026/27.';
  throw validationFailed([{ field: 'academicYear', code: 'not-a-year', message }]);
};

/** The topics that teachers find hardest to teach. */
@Controller(TOPICS_PATH)
export class TopicsController {
  constructor(
    private readonly topics: TopicsService,
    private readonly votes: TopicVotesService,
  ) {}

  @Public()
  @Get()
  @Answers(200, 'Page<Topic>')
  list(@MaybeActor() actor: Actor | null): Promise<Page<Topic>> {
    return this.topics.list(actor);
  }

  @RequirePermission('topic.demand')
  @Get('demand')
  @Answers(200, 'Page<TopicDemand>')
  async demand(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<TopicDemand>> {
    return { items: await this.votes.demand(actor, yearAsked(asked)), nextCursor: null };
  }

  @RequirePermission('cpd.plan')
  @Post()
  @Answers(201, 'Topic')
  create(@Body() request: TopicRequest): Promise<Topic> {
    return this.topics.create(request);
  }

  @RequirePermission('cpd.plan')
  @Patch(':id')
  @Answers(200, 'Topic')
  change(@Param('id') id: string, @Body() change: TopicChange): Promise<Topic> {
    return this.topics.change(id, change);
  }

  @RequirePermission('topic.vote')
  @Put(':id/vote')
  @Answers(200, 'Topic')
  mark(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Topic> {
    return this.votes.mark(actor, id);
  }

  @RequirePermission('topic.vote')
  @Delete(':id/vote')
  @Answers(200, 'Topic')
  unmark(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Topic> {
    return this.votes.unmark(actor, id);
  }
}
