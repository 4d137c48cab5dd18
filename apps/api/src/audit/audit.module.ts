import { Global, Module } from '@nestjs/common';
import { ActorNames } from './actor-names';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';
import { AuditViewerService } from './audit-viewer.service';

/** The trail knows no area; every area may write to it. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [ActorNames, AuditRepository, AuditService, AuditViewerService],
  exports: [ActorNames, AuditService],
})
export class AuditModule {}
