import type { Page } from '@lectern/core';
import {
  CPD_SESSIONS_PATH,
  FEEDBACK_PATH,
  type FeedbackForm,
  type FeedbackView,
  OWN_FEEDBACK_PATH,
} from '@lectern/cpd';
import { FeedbackRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RequirePermission, Unkeyed } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor } from '../../platform/visitor.decorators';
import { SessionFeedbackService } from './session-feedback.service';

/** What teachers say of a session after it. */
@Controller()
export class SessionFeedbackController {
  constructor(private readonly feedback: SessionFeedbackService) {}

  @RequirePermission('feedback.give')
  @Get(OWN_FEEDBACK_PATH)
  @Answers(200, 'Page<FeedbackForm>')
  forms(@CurrentActor() actor: Actor): Promise<Page<FeedbackForm>> {
    return this.feedback.forms(actor);
  }

  @RequirePermission('feedback.give')
  @Get(`${CPD_SESSIONS_PATH}/:id/feedback-form`)
  @Answers(200, 'FeedbackForm')
  form(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FeedbackForm> {
    return this.feedback.form(actor, id);
  }

  @RequirePermission('feedback.give')
  @Unkeyed()
  @Post(`${CPD_SESSIONS_PATH}/:id/${FEEDBACK_PATH}`)
  @Answers(201, 'FeedbackForm')
  give(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: FeedbackRequest,
  ): Promise<FeedbackForm> {
    return this.feedback.give(actor, id, request);
  }

  @RequirePermission('feedback.see')
  @Get(`${CPD_SESSIONS_PATH}/:id/${FEEDBACK_PATH}`)
  @Answers(200, 'FeedbackView')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FeedbackView> {
    return this.feedback.see(actor, id);
  }
}
