import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';

/** Files and links to teach with. */
@Module({ imports: [PlanningModule], controllers: [], providers: [], exports: [] })
export class CpdResourcesModule {}
