import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Clock, DomainError } from '@lectern/core';
import {
  findSchoolColumns,
  readSchoolRow,
  type RefusedSchoolRow,
  type SchoolColumns,
  type SchoolImportReport,
  type SchoolRow,
  schoolSearchText,
} from '@lectern/schools';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { type FileRow, readSchoolFile, UnreadableFrom } from './school-file';
import { SchoolsRepository, type StoredSchool } from './schools.repository';

export { describeSchoolImport } from '@lectern/schools';

const BATCH = 1000;
const URNS = 1_000_000;

type Outcome = 'added' | 'changed' | 'closed' | 'unchanged';
type Counts = Record<Outcome, number>;

const notSchools = (): DomainError =>
  new DomainError(
    'invalid',
    'not-a-school-list',
    'This file is no list of schools. It needs the columns URN, EstablishmentName, Town and Postcode of the GIAS' +
      ' download, or urn, name, town and postcode, separated by commas.',
  );

const noFile = (): DomainError =>
  new DomainError('invalid', 'no-such-file', 'There is no such file. Check its name and folder.');

/** The row over what is stored: what the file has no column for stays as it was. */
const merge = (row: SchoolRow, known: StoredSchool | undefined): StoredSchool => ({
  urn: row.urn,
  name: row.name,
  town: row.town,
  postcode: row.postcode,
  status: row.status ?? known?.status ?? 'open',
  openDate: row.openDate === undefined ? (known?.openDate ?? null) : row.openDate,
  closeDate: row.closeDate === undefined ? (known?.closeDate ?? null) : row.closeDate,
  easting: row.easting === undefined ? (known?.easting ?? null) : row.easting,
  northing: row.northing === undefined ? (known?.northing ?? null) : row.northing,
  searchText: schoolSearchText(row),
});

const FIELDS = [
  'name',
  'town',
  'postcode',
  'status',
  'openDate',
  'closeDate',
  'easting',
  'northing',
  'searchText',
] as const;

const outcomeOf = (school: StoredSchool, known: StoredSchool | undefined): Outcome => {
  if (!known) return 'added';
  if (FIELDS.every((field) => school[field] === known[field])) return 'unchanged';
  return school.status === 'closed' && known.status !== 'closed' ? 'closed' : 'changed';
};

/**
 * Brings the register up to date from a GIAS file of either shape. A school that the file does not name is left alone:
 * the daily download says outright which have closed, and the narrow list only names open ones. Rows are stored by the
 * thousand, so that memory stays flat and the API is never held up; an import that was cut short is simply run again.
 */
@Injectable()
export class SchoolImport {
  constructor(
    private readonly database: Database,
    private readonly schools: SchoolsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Imports a file by its path; refuses when there is none. */
  async importFile(path: string): Promise<SchoolImportReport> {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw noFile();
    return this.run(createReadStream(path));
  }

  /** Imports a stream of bytes; refuses as a whole, and stores nothing, when its heading is no list of schools. */
  async run(source: Readable): Promise<SchoolImportReport> {
    const counts: Counts = { added: 0, changed: 0, closed: 0, unchanged: 0 };
    const refused: RefusedSchoolRow[] = [];
    let batch: SchoolRow[] = [];
    for await (const rows of this.rows(source, refused)) {
      batch.push(...rows);
      for (; batch.length >= BATCH; batch = batch.slice(BATCH))
        await this.store(batch.slice(0, BATCH), counts);
    }
    await this.store(batch, counts);
    await this.database.transaction(() =>
      this.audit.record({
        action: 'schools.imported',
        objectKind: 'school',
        objectId: null,
        details: { ...counts, refused: refused.length },
      }),
    );
    return { ...counts, refused };
  }

  /** The rows that can be taken, as they come; the others go to `refused`. */
  private async *rows(source: Readable, refused: RefusedSchoolRow[]): AsyncGenerator<SchoolRow[]> {
    // The line of each number seen so far: a fixed four megabytes, however long the file is.
    const seen = new Uint32Array(URNS);
    let columns: SchoolColumns | null = null;
    try {
      for await (const rows of readSchoolFile(source)) {
        const heading: FileRow | undefined = columns ? undefined : rows.shift();
        if (heading) columns = findSchoolColumns(heading.cells);
        if (heading && !columns) throw notSchools();
        const known = columns;
        if (known) yield rows.flatMap((row) => this.check(known, row, seen, refused) ?? []);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFrom)) throw error;
      if (!columns) throw notSchools();
      refused.push({
        line: error.line,
        reason:
          'Nothing could be read from here on: a quotation mark is opened and never closed. Mend it and import the file again.',
      });
    }
    if (!columns) throw notSchools();
  }

  private check(
    columns: SchoolColumns,
    { line, cells }: FileRow,
    seen: Uint32Array,
    refused: RefusedSchoolRow[],
  ): SchoolRow | null {
    const read = readSchoolRow(columns, cells);
    if ('refused' in read) {
      refused.push({ line, reason: read.refused });
      return null;
    }
    const { urn } = read.school;
    const before = seen[Number(urn)] ?? 0;
    if (before > 0) {
      refused.push({ line, reason: `The URN ${urn} is already on line ${before}, which was taken.` });
      return null;
    }
    seen[Number(urn)] = line;
    return read.school;
  }

  private async store(rows: readonly SchoolRow[], counts: Counts): Promise<void> {
    if (rows.length === 0) return;
    const outcomes = await this.database.transaction(async () => {
      const known = await this.schools.findStored(rows.map(({ urn }) => urn));
      const schools = rows.map((row) => merge(row, known.get(row.urn)));
      const decided = schools.map((school) => outcomeOf(school, known.get(school.urn)));
      await this.schools.store(
        schools.filter((_, at) => decided[at] !== 'unchanged'),
        this.clock.now(),
      );
      return decided;
    });
    for (const outcome of outcomes) counts[outcome]++;
  }
}
