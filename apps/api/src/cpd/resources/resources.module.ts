import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';
import { ResourceContents } from './resource-contents';
import { ResourceContentsRepository } from './resource-contents.repository';
import { ResourcesController } from './resources.controller';
import { ResourcesRepository } from './resources.repository';
import { ResourcesService } from './resources.service';

/** Files and links to teach with. */
@Module({
  imports: [PlanningModule],
  controllers: [ResourcesController],
  providers: [ResourceContents, ResourceContentsRepository, ResourcesRepository, ResourcesService],
  exports: [ResourcesService],
})
export class CpdResourcesModule {}
