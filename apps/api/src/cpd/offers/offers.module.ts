import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Trainees offer, mentors decide. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdOffersModule {}
