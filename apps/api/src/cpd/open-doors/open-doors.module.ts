import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Lessons that schools let others observe. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdOpenDoorsModule {}
