import { Module } from '@nestjs/common';
import { AcademicCalendarsController } from './academic-calendars.controller';
import { AcademicCalendarsRepository } from './academic-calendars.repository';
import { AcademicCalendarsService } from './academic-calendars.service';
import { CpdProgrammesController } from './cpd-programmes.controller';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { CpdProgrammesService } from './cpd-programmes.service';
import { CpdSeriesController } from './cpd-series.controller';
import { CpdSeriesRepository } from './cpd-series.repository';
import { CpdSeriesService } from './cpd-series.service';
import { CpdSessionLifecycle } from './cpd-session-lifecycle';
import { CpdSessionsController } from './cpd-sessions.controller';
import { CpdSessionsRepository } from './cpd-sessions.repository';
import { CpdSessionsService } from './cpd-sessions.service';
import { HalfTermPlansService } from './half-term-plans.service';
import { PlanSources } from './plan-sources';
import { SessionEditor } from './session-editor';
import { SessionRooms } from './session-rooms';
import { TopicVotesService } from './topic-votes.service';
import { TopicsController } from './topics.controller';
import { TopicsRepository } from './topics.repository';
import { TopicsService } from './topics.service';

/** Topics, programmes, series and sessions. */
@Module({
  controllers: [
    AcademicCalendarsController,
    CpdProgrammesController,
    CpdSeriesController,
    CpdSessionsController,
    TopicsController,
  ],
  providers: [
    AcademicCalendarsRepository,
    AcademicCalendarsService,
    CpdProgrammesRepository,
    CpdProgrammesService,
    CpdSeriesRepository,
    CpdSeriesService,
    CpdSessionLifecycle,
    CpdSessionsRepository,
    CpdSessionsService,
    HalfTermPlansService,
    PlanSources,
    SessionEditor,
    SessionRooms,
    TopicVotesService,
    TopicsRepository,
    TopicsService,
  ],
  exports: [
    AcademicCalendarsRepository,
    AcademicCalendarsService,
    CpdProgrammesRepository,
    CpdProgrammesService,
    CpdSeriesRepository,
    CpdSeriesService,
    CpdSessionLifecycle,
    CpdSessionsRepository,
    CpdSessionsService,
    PlanSources,
    SessionRooms,
    TopicsRepository,
    TopicsService,
  ],
})
export class PlanningModule {}
