import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Who was there, by the door or by hand. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdAttendanceModule {}
