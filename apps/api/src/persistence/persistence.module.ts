import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database';

/** Gives every area the one database and closes it last. */
@Global()
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(database: Database) {
    return {
      module: PersistenceModule,
      providers: [{ provide: Database, useValue: database }],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
