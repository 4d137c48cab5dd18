import type { Page } from '@lectern/core';
import { CPD_SERIES_PATH, type SeriesWithSessions } from '@lectern/cpd';
import { GapTaskChange, GapTaskRequest, SeriesChange, SeriesRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor, MaybeActor } from '../../platform/visitor.decorators';
import { idAsked } from '../cpd-questions';
import { CpdSeriesService } from './cpd-series.service';

/** Series of CPD sessions and their gap tasks. */
@Controller(CPD_SERIES_PATH)
export class CpdSeriesController {
  constructor(private readonly series: CpdSeriesService) {}

  @Public()
  @Get()
  @Answers(200, 'Page<SeriesWithSessions>')
  list(
    @MaybeActor() actor: Actor | null,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<Page<SeriesWithSessions>> {
    return this.series.list(actor, idAsked(asked, 'programmeId'));
  }

  @Public()
  @Get(':id')
  @Answers(200, 'SeriesWithSessions')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<SeriesWithSessions> {
    return this.series.see(actor, id);
  }

  @RequirePermission('cpd.plan')
  @Post()
  @Answers(201, 'SeriesWithSessions')
  create(@CurrentActor() actor: Actor, @Body() request: SeriesRequest): Promise<SeriesWithSessions> {
    return this.series.create(actor, request);
  }

  @RequirePermission('cpd.plan')
  @Patch(':id')
  @Answers(200, 'SeriesWithSessions')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: SeriesChange,
  ): Promise<SeriesWithSessions> {
    return this.series.change(actor, id, change);
  }

  @RequirePermission('cpd.plan')
  @Delete(':id')
  @HttpCode(204)
  @Answers(204)
  remove(@Param('id') id: string): Promise<void> {
    return this.series.remove(id);
  }

  @RequirePermission('cpd.plan')
  @Post(':id/gap-tasks')
  @Answers(201, 'SeriesWithSessions')
  addTask(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: GapTaskRequest,
  ): Promise<SeriesWithSessions> {
    return this.series.addTask(actor, id, request);
  }

  @RequirePermission('cpd.plan')
  @Patch(':id/gap-tasks/:taskId')
  @Answers(200, 'SeriesWithSessions')
  changeTask(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('taskId') taskId: string,
    @Body() change: GapTaskChange,
  ): Promise<SeriesWithSessions> {
    return this.series.changeTask(actor, id, taskId, change);
  }

  @RequirePermission('cpd.plan')
  @Delete(':id/gap-tasks/:taskId')
  @Answers(200, 'SeriesWithSessions')
  removeTask(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('taskId') taskId: string,
  ): Promise<SeriesWithSessions> {
    return this.series.removeTask(actor, id, taskId);
  }
}
