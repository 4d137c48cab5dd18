import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../identity/accounts.service';
import type { Database } from '../persistence/database';
import { SchoolImport } from '../schools/school-import';
import { SchoolLinkImport } from '../schools/school-link-import';

const CLOSED = '900013';
const SUCCESSOR = '900007';

/** A colleague who helps at the first school, and a school that closed and whose coordinator waits to be moved. */
export const tellSchools = async (
  app: NestFastifyApplication,
  database: Database,
  hash: string,
): Promise<void> => {
  const file = (status: string, closed: string): Readable =>
    Readable.from([
      Buffer.from(
        'URN,EstablishmentName,Town,Postcode,EstablishmentStatusName,OpenDate,CloseDate\n' +
          `${CLOSED},Bankfoot Community School,Southmere,ZZ4 3ST,${status},01-09-1974,${closed}\n`,
      ),
    ]);
  await app.get(SchoolImport).run(file('Open', ''));
  const accounts = app.get(AccountsService);
  await database.transaction(async () => {
    for (const [email, name, schoolUrn] of [
      ['colleague@lectern.example', 'Morgan Ridley', '900001'],
      ['bankfoot@lectern.example', 'Leslie Thorne', CLOSED],
    ] as const) {
      await accounts.add({ email, name, roles: ['coordinator'], schoolUrn }, hash);
    }
  });
  await app.get(SchoolImport).run(file('Closed', '31-08-2026'));
  const links = `URN,LinkURN,LinkType,LinkEstablishedDate\n${CLOSED},${SUCCESSOR},Successor,01-09-2026\n`;
  await app.get(SchoolLinkImport).run(Readable.from([Buffer.from(links)]));
};
