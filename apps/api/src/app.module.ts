import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module';
import { CheckInModule } from './check-in/check-in.module';
import { ConferencesModule } from './conferences/conferences.module';
import { CpdModule } from './cpd/cpd.module';
import { IdentityModule } from './identity/identity.module';
import { NotificationsModule } from './notifications/notifications.module';
import type { Database } from './persistence/database';
import { PersistenceModule } from './persistence/persistence.module';
import { PlatformModule, type PlatformParts } from './platform/platform.module';
import { RegistrationsModule } from './registrations/registrations.module';
import { SchoolsModule } from './schools/schools.module';

/** Everything together, on parts that the start (or a test) chose. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts, database: Database) {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.with(database),
        PlatformModule.with(parts),
        AuditModule,
        NotificationsModule,
        SchoolsModule,
        IdentityModule,
        ConferencesModule,
        RegistrationsModule,
        CheckInModule,
        CpdModule,
      ],
    };
  }
}
