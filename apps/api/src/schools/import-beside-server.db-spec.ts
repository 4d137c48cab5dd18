import { join } from 'node:path';
import { fixedClock } from '@lectern/testing';
import { AuditService } from '../audit/audit.service';
import { openDatabase } from '../persistence/database';
import { makeDataSources } from '../persistence/data-sources';
import { testDatabase } from '../persistence/database.harness';
import { SchoolImport } from './school-import';
import { SchoolsRepository, type StoredSchool } from './schools.repository';

/** The register, with somebody else's write between reading what is stored and storing what is new. */
class InterruptedRepository extends SchoolsRepository {
  interrupt: (() => Promise<void>) | null = null;

  override async findStored(urns: readonly string[]): Promise<Map<string, StoredSchool>> {
    const stored = await super.findStored(urns);
    const interrupt = this.interrupt;
    this.interrupt = null;
    await interrupt?.();
    return stored;
  }
}

describe('importing from the command line while the server runs', () => {
  it('takes every row although the server writes in between', async () => {
    const test = await testDatabase();
    const { options } = test.sources.write;
    const url = test.database.dialect === 'sqlite' ? null : (process.env['DATABASE_URL'] ?? '');
    const server = await openDatabase(makeDataSources(url, String(options.database ?? '')));
    try {
      const clock = fixedClock();
      const repository = new InterruptedRepository(test.database);
      const serverAudit = new AuditService(server, clock);
      repository.interrupt = () =>
        server.transaction(() =>
          serverAudit.record({ action: 'session.started', objectKind: 'account', objectId: null }),
        );
      const imports = new SchoolImport(
        test.database,
        repository,
        new AuditService(test.database, clock),
        clock,
      );
      expect(await imports.importFile(join(__dirname, 'samples', 'daily.csv'))).toMatchObject({ added: 8 });
    } finally {
      await server.close();
      await test.close();
    }
  });
});
