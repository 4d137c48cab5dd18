import { Module } from '@nestjs/common';
import { CpdProgrammesController } from './cpd-programmes.controller';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { CpdProgrammesService } from './cpd-programmes.service';
import { CpdSessionLifecycle } from './cpd-session-lifecycle';
import { CpdSessionsController } from './cpd-sessions.controller';
import { CpdSessionsRepository } from './cpd-sessions.repository';
import { CpdSessionsService } from './cpd-sessions.service';
import { PlanSources } from './plan-sources';
import { TopicsController } from './topics.controller';
import { TopicsRepository } from './topics.repository';
import { TopicsService } from './topics.service';

/** Topics, programmes, series and sessions. */
@Module({
  controllers: [CpdProgrammesController, CpdSessionsController, TopicsController],
  providers: [
    CpdProgrammesRepository,
    CpdProgrammesService,
    CpdSessionLifecycle,
    CpdSessionsRepository,
    CpdSessionsService,
    PlanSources,
    TopicsRepository,
    TopicsService,
  ],
  exports: [
    CpdProgrammesRepository,
    CpdProgrammesService,
    CpdSessionLifecycle,
    CpdSessionsRepository,
    CpdSessionsService,
    PlanSources,
    TopicsRepository,
    TopicsService,
  ],
})
export class PlanningModule {}
