import { Module } from '@nestjs/common';
import { PlanningModule } from './planning/planning.module';

/** Challenging Topics: trainees deliver, teachers learn, schools open their doors. */
@Module({ imports: [PlanningModule] })
export class CpdModule {}
