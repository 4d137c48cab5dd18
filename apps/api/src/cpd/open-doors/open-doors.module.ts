import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module';
import { SchoolsModule } from '../../schools/schools.module';
import { PlanningModule } from '../planning/planning.module';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorLessonsService } from './open-door-lessons.service';
import { OpenDoorNames } from './open-door-names';
import { OpenDoorPost } from './open-door-post';
import { OpenDoorReminder } from './open-door-reminder';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';
import { OpenDoorVisitsService } from './open-door-visits.service';
import { OpenDoorsController } from './open-doors.controller';
import { VisitViews } from './visit-views';
import { VisitorClashes } from './visitor-clashes';

/** Schools open lessons to teachers of partner schools. */
@Module({
  imports: [IdentityModule, PlanningModule, SchoolsModule],
  controllers: [OpenDoorsController],
  providers: [
    OpenDoorLessonsRepository,
    OpenDoorLessonsService,
    OpenDoorNames,
    OpenDoorPost,
    OpenDoorReminder,
    OpenDoorVisitsRepository,
    OpenDoorVisitsService,
    VisitViews,
    VisitorClashes,
  ],
  exports: [OpenDoorLessonsService, OpenDoorVisitsService],
})
export class CpdOpenDoorsModule {}
