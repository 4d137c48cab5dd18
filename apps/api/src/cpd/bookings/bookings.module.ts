import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Teachers book sessions and series. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdBookingsModule {}
