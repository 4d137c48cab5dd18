import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Feedback, certificates and evidence. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdOutcomesModule {}
