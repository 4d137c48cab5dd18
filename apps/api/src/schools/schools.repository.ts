import { type SchoolLinkRow, type SchoolSearch, type Succession } from '@lectern/schools';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDateOrNull } from '../persistence/dialect';
import { SchoolEntity } from './school.entity';
import { schoolBrief } from './school.mapper';
import { marks } from '../persistence/sql';

/** What a list shows of a school. */
export type ListedSchool = Pick<SchoolEntity, 'urn' | 'name' | 'town' | 'postcode' | 'status'>;

/** A school as the register tells it, without the moment when it was stored. */
export type StoredSchool = Omit<SchoolEntity, 'importedAt'>;

const COLUMNS =
  'urn, name, town, postcode, status, open_date, close_date, easting, northing, search_text, missing_since, imported_at';

const AT_ONCE = 1000;

const CHANGED = [
  'name',
  'town',
  'postcode',
  'status',
  'open_date',
  'close_date',
  'easting',
  'northing',
  'search_text',
  'missing_since',
  'imported_at',
];

/** What stands for the host itself where a school is asked for: it is no school, and no search finds it. */
export const HOST_STATUS = 'host';

/** The stored register of schools. */
@Injectable()
export class SchoolsRepository {
  constructor(private readonly database: Database) {}

  findByUrn(urn: string): Promise<SchoolEntity | null> {
    return this.database.reader.findOneBy(SchoolEntity, { urn });
  }

  findListed(urns: readonly string[]): Promise<ListedSchool[]> {
    if (urns.length === 0) return Promise.resolve([]);
    return this.database.select<ListedSchool>(
      `SELECT urn, name, town, postcode, status FROM schools WHERE urn IN (${marks(urns)})`,
      urns,
    );
  }

  /** Where the schools with these numbers are on the national grid, in metres; those the register does not place are left out. */
  gridReferences(urns: readonly string[]): Promise<{ urn: string; easting: number; northing: number }[]> {
    if (urns.length === 0) return Promise.resolve([]);
    return this.database.select(
      `SELECT urn, easting, northing FROM schools WHERE easting IS NOT NULL AND northing IS NOT NULL AND urn IN (${marks(urns)})`,
      urns,
    );
  }

  /** The order is the one of `rankSchools`; INSTR has no wildcards, so no text that people type is special. */
  search({ terms, tiers }: SchoolSearch, limit: number, offset: number): Promise<ListedSchool[]> {
    const holds = (fragments: readonly string[]): string =>
      fragments.map(() => 'INSTR(search_text, ?) > 0').join(' AND ');
    const tier = tiers.map((fragments, at) => `WHEN ${holds(fragments)} THEN ${at}`).join(' ');
    return this.database.select<ListedSchool>(
      'SELECT urn, name, town, postcode, status FROM schools' +
        ` WHERE status <> '${HOST_STATUS}'${terms.length > 0 ? ` AND ${holds(terms)}` : ''}` +
        ` ORDER BY ${tiers.length > 0 ? `CASE ${tier} ELSE ${tiers.length} END, ` : ''}` +
        `CASE status WHEN 'closed' THEN 1 ELSE 0 END, search_text LIMIT ${limit} OFFSET ${offset}`,
      [...terms, ...tiers.flat()],
    );
  }

  /** The stored schools of these numbers, by number. */
  async findStored(urns: readonly string[]): Promise<Map<string, StoredSchool>> {
    const rows = await this.database.select<StoredSchool>(
      'SELECT urn, name, town, postcode, status, open_date AS openDate, close_date AS closeDate,' +
        ' easting, northing, search_text AS searchText, missing_since AS missingSince' +
        ` FROM schools WHERE urn IN (${marks(urns)})`,
      urns,
    );
    return new Map(rows.map((row) => [row.urn, { ...row, missingSince: toDateOrNull(row.missingSince) }]));
  }

  /** Stores schools, new and known ones alike, in one statement: at most a thousand, for the sake of bound values. */
  async store(schools: readonly StoredSchool[], at: Date): Promise<void> {
    if (schools.length === 0) return;
    const rows = schools.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
    const known =
      this.database.dialect === 'sqlite'
        ? `ON CONFLICT (urn) DO UPDATE SET ${CHANGED.map((name) => `${name} = excluded.${name}`).join(', ')}`
        : `ON DUPLICATE KEY UPDATE ${CHANGED.map((name) => `${name} = VALUES(${name})`).join(', ')}`;
    await this.database.execute(
      `INSERT INTO schools (${COLUMNS}) VALUES ${rows} ${known}`,
      schools.flatMap((school) => [
        school.urn,
        school.name,
        school.town,
        school.postcode,
        school.status,
        school.openDate,
        school.closeDate,
        school.easting,
        school.northing,
        school.searchText,
        school.missingSince,
        at,
      ]),
    );
  }

  /** The numbers of the schools that are open now. */
  async openUrns(): Promise<string[]> {
    const rows = await this.database.select<{ urn: string }>(
      "SELECT urn FROM schools WHERE status IN ('open', 'proposed-to-close')",
    );
    return rows.map(({ urn }) => urn);
  }

  /** Closes schools that a list of open ones lacks. */
  async closeMissing(urns: readonly string[], at: Date): Promise<void> {
    for (let from = 0; from < urns.length; from += AT_ONCE) {
      const some = urns.slice(from, from + AT_ONCE);
      await this.database.execute(
        "UPDATE schools SET status = 'closed', missing_since = ?, imported_at = ?" +
          ` WHERE status IN ('open', 'proposed-to-close') AND urn IN (${marks(some)})`,
        [at, at, ...some],
      );
    }
  }

  /** The links that lead on from these schools, with the schools that they lead to. */
  async successions(urns: readonly string[]): Promise<Succession[]> {
    if (urns.length === 0) return [];
    const rows = await this.database.select<
      ListedSchool & { from_urn: string; established_on: string | null }
    >(
      'SELECT l.urn AS from_urn, l.established_on, s.urn, s.name, s.town, s.postcode, s.status' +
        ' FROM school_links l JOIN schools s ON s.urn = l.successor_urn' +
        ` WHERE l.urn IN (${marks(urns)})`,
      urns,
    );
    return rows.map((row) => ({
      from: row.from_urn,
      to: schoolBrief(row),
      establishedOn: row.established_on,
    }));
  }

  /** Which of these numbers the register has. */
  async known(urns: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.findListed(urns)).map(({ urn }) => urn));
  }

  /** Stores one link; says what became of it. */
  async storeLink(link: SchoolLinkRow, at: Date): Promise<'added' | 'changed' | 'unchanged'> {
    const { urn, successorUrn, establishedOn } = link;
    const [stored] = await this.database.select<{ established_on: string | null }>(
      'SELECT established_on FROM school_links WHERE urn = ? AND successor_urn = ?',
      [urn, successorUrn],
    );
    if (!stored) {
      await this.database.execute(
        'INSERT INTO school_links (urn, successor_urn, established_on, imported_at) VALUES (?, ?, ?, ?)',
        [urn, successorUrn, establishedOn, at],
      );
      return 'added';
    }
    // Each link stands in the file twice, and one of the two may lack its date.
    if (establishedOn === null || stored.established_on === establishedOn) return 'unchanged';
    await this.database.execute(
      'UPDATE school_links SET established_on = ?, imported_at = ? WHERE urn = ? AND successor_urn = ?',
      [establishedOn, at, urn, successorUrn],
    );
    return 'changed';
  }
}
