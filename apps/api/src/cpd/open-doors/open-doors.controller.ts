import type { Page } from '@lectern/core';
import { OPEN_DOOR_PATH, type OpenDoorLesson, type Visit, VISITS_PATH } from '@lectern/cpd';
import {
  OpenDoorCancellation,
  OpenDoorLessonChange,
  OpenDoorLessonRequest,
  ReflectionRequest,
  VisitStepRequest,
} from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { choiceAsked, textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import { idAsked, momentAsked } from '../cpd-questions';
import { LESSONS_OF, OpenDoorLessonsService } from './open-door-lessons.service';
import { OpenDoorVisitsService } from './open-door-visits.service';

type Asked = Readonly<Record<string, unknown>>;

/** Lessons that schools open to each other, and the visits to them. */
@Controller()
export class OpenDoorsController {
  constructor(
    private readonly lessons: OpenDoorLessonsService,
    private readonly visits: OpenDoorVisitsService,
  ) {}

  @RequirePermission('open-door.see')
  @Get(OPEN_DOOR_PATH)
  @Answers(200, 'Page<OpenDoorLesson>')
  list(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<OpenDoorLesson>> {
    const cursor = textAsked(asked, 'cursor', 200);
    return this.lessons.list(
      actor,
      {
        of: choiceAsked(asked, 'of', LESSONS_OF) ?? 'partners',
        topicId: idAsked(asked, 'topicId'),
        town: textAsked(asked, 'town'),
        from: momentAsked(asked, 'from'),
        to: momentAsked(asked, 'to'),
      },
      limitOf(asked['limit']),
      cursor,
    );
  }

  @RequirePermission('open-door.offer')
  @Post(OPEN_DOOR_PATH)
  @Answers(201, 'OpenDoorLesson')
  offer(@CurrentActor() actor: Actor, @Body() request: OpenDoorLessonRequest): Promise<OpenDoorLesson> {
    return this.lessons.offer(actor, request);
  }

  @RequirePermission('open-door.see')
  @Get(`${OPEN_DOOR_PATH}/:id`)
  @Answers(200, 'OpenDoorLesson')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OpenDoorLesson> {
    return this.lessons.see(actor, id);
  }

  @RequirePermission('open-door.see')
  @Patch(`${OPEN_DOOR_PATH}/:id`)
  @Answers(200, 'OpenDoorLesson')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: OpenDoorLessonChange,
  ): Promise<OpenDoorLesson> {
    return this.lessons.change(actor, id, change);
  }

  @RequirePermission('open-door.see')
  @Post(`${OPEN_DOOR_PATH}/:id/cancellation`)
  @HttpCode(200)
  @Answers(200, 'OpenDoorLesson')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: OpenDoorCancellation,
  ): Promise<OpenDoorLesson> {
    return this.lessons.cancel(actor, id, request);
  }

  @RequirePermission('open-door.see')
  @Get(`${OPEN_DOOR_PATH}/:id/visits`)
  @Answers(200, 'Page<Visit>')
  visitors(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page<Visit>> {
    return this.visits.ofLesson(actor, id);
  }

  @RequirePermission('open-door.visit')
  @Post(`${OPEN_DOOR_PATH}/:id/visits`)
  @Answers(201, 'Visit')
  ask(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Visit> {
    return this.visits.ask(actor, id);
  }

  @RequirePermission('open-door.visit')
  @Get(VISITS_PATH)
  @Answers(200, 'Page<Visit>')
  own(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<Visit>> {
    return this.visits.own(actor, limitOf(asked['limit']), textAsked(asked, 'cursor', 200));
  }

  @RequirePermission('open-door.see')
  @Get(`${VISITS_PATH}/:id`)
  @Answers(200, 'Visit')
  visit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Visit> {
    return this.visits.see(actor, id);
  }

  @RequirePermission('open-door.see')
  @Post(`${VISITS_PATH}/:id/steps`)
  @HttpCode(200)
  @Answers(200, 'Visit')
  step(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: VisitStepRequest,
  ): Promise<Visit> {
    return this.visits.step(actor, id, request);
  }

  @RequirePermission('open-door.see')
  @Put(`${VISITS_PATH}/:id/reflection`)
  @Answers(200, 'Visit')
  reflect(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: ReflectionRequest,
  ): Promise<Visit> {
    return this.visits.reflect(actor, id, request);
  }

  @RequirePermission('open-door.visit')
  @Get(`${VISITS_PATH}/:id/calendar.ics`)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="visit.ics"')
  @AnswersFile('text/calendar')
  calendar(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return this.visits.calendar(actor, id);
  }
}
