import type { Page } from '@lectern/core';
import { type Topic, TOPICS_PATH } from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { MaybeActor } from '../../platform/visitor.decorators';
import { TopicsService } from './topics.service';

/** The topics that teachers find hardest to teach. */
@Controller(TOPICS_PATH)
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Public()
  @Get()
  @Answers(200, 'Page<Topic>')
  list(@MaybeActor() actor: Actor | null): Promise<Page<Topic>> {
    return this.topics.list(actor !== null && can(actor, 'cpd.plan'));
  }
}
