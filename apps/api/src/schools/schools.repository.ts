import type { SchoolSearch } from '@lectern/schools';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { SchoolEntity } from './school.entity';

/** What a list shows of a school. */
export type ListedSchool = Pick<SchoolEntity, 'urn' | 'name' | 'town' | 'postcode' | 'status'>;

/** A school as the register tells it, without the moment when it was stored. */
export type StoredSchool = Omit<SchoolEntity, 'importedAt'>;

const COLUMNS =
  'urn, name, town, postcode, status, open_date, close_date, easting, northing, search_text, imported_at';

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
  'imported_at',
];

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
      `SELECT urn, name, town, postcode, status FROM schools WHERE urn IN (${urns.map(() => '?').join(', ')})`,
      urns,
    );
  }

  /** Where the schools with these numbers are on the national grid, in metres; those the register does not place are left out. */
  gridReferences(urns: readonly string[]): Promise<{ urn: string; easting: number; northing: number }[]> {
    if (urns.length === 0) return Promise.resolve([]);
    return this.database.select(
      `SELECT urn, easting, northing FROM schools WHERE easting IS NOT NULL AND northing IS NOT NULL AND urn IN (${urns.map(() => '?').join(', ')})`,
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
        (terms.length > 0 ? ` WHERE ${holds(terms)}` : '') +
        ` ORDER BY ${tiers.length > 0 ? `CASE ${tier} ELSE ${tiers.length} END, ` : ''}` +
        `CASE status WHEN 'closed' THEN 1 ELSE 0 END, search_text LIMIT ${limit} OFFSET ${offset}`,
      [...terms, ...tiers.flat()],
    );
  }

  /** The stored schools of these numbers, by number. */
  async findStored(urns: readonly string[]): Promise<Map<string, StoredSchool>> {
    const rows = await this.database.select<StoredSchool>(
      'SELECT urn, name, town, postcode, status, open_date AS openDate, close_date AS closeDate, easting, northing, search_text AS searchText' +
        ` FROM schools WHERE urn IN (${urns.map(() => '?').join(', ')})`,
      urns,
    );
    return new Map(rows.map((row) => [row.urn, row]));
  }

  /** Stores schools, new and known ones alike, in one statement: at most a thousand, for the sake of bound values. */
  async store(schools: readonly StoredSchool[], at: Date): Promise<void> {
    if (schools.length === 0) return;
    const rows = schools.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
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
        at,
      ]),
    );
  }
}
