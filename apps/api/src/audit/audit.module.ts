import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service';

/** The trail knows no area; every area may write to it. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
