import type { Readable } from 'node:stream';
import { type Clock, DomainError } from '@lectern/core';
import {
  decideMissing,
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
import { type FileRow, openFile, readSchoolFile, UnreadableFrom, unreadableRow } from './school-file';
import { SchoolsRepository, type StoredSchool } from './schools.repository';

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

/** What is known of a file while it is read. */
interface Reading {
  /** The line of each number taken so far: a fixed four megabytes, however long the file is. */
  readonly seen: Uint32Array;
  /** Whether a number stands in the file, in a row that could be taken or not. */
  readonly named: Uint8Array;
  readonly refused: RefusedSchoolRow[];
  whole: boolean;
}

export interface ImportOptions {
  /** Whether schools that the file does not name have closed, however many they are. */
  readonly closing?: boolean;
}

/** The row over what is stored: what the file has no column for stays as it was. */
const merge = (row: SchoolRow, known: StoredSchool | undefined): StoredSchool => ({
  urn: row.urn,
  name: row.name,
  town: row.town,
  postcode: row.postcode,
  // A list of open schools that names it again takes back what an earlier one, which lacked it, made of it.
  status: row.status ?? (known?.missingSince ? 'open' : known?.status) ?? 'open',
  missingSince: null,
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
  'missingSince',
] as const;

const outcomeOf = (school: StoredSchool, known: StoredSchool | undefined): Outcome => {
  if (!known) return 'added';
  if (FIELDS.every((field) => school[field] === known[field])) return 'unchanged';
  return school.status === 'closed' && known.status !== 'closed' ? 'closed' : 'changed';
};

/**
 * Brings the register up to date from a GIAS file of either shape. The daily download says outright which schools have
 * closed; an open one that the file does not name at all is closed as well, unless so many are missing that the file
 * must be a part of the list. None is ever deleted. Rows are stored by the thousand, so that memory stays flat and the
 * API is never held up; an import that was cut short is simply run again.
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
  async importFile(path: string, options: ImportOptions = {}): Promise<SchoolImportReport> {
    return this.run(await openFile(path), options);
  }

  /** Imports a stream of bytes; refuses as a whole, and stores nothing, when its heading is no list of schools. */
  async run(source: Readable, { closing = false }: ImportOptions = {}): Promise<SchoolImportReport> {
    const counts: Counts = { added: 0, changed: 0, closed: 0, unchanged: 0 };
    const reading: Reading = {
      seen: new Uint32Array(URNS),
      named: new Uint8Array(URNS),
      refused: [],
      whole: true,
    };
    // The schools that were open before: what the file itself adds is not missing from it.
    const open = await this.schools.openUrns();
    let batch: SchoolRow[] = [];
    for await (const rows of this.rows(source, reading)) {
      batch.push(...rows);
      for (; batch.length >= BATCH; batch = batch.slice(BATCH))
        await this.store(batch.slice(0, BATCH), counts);
    }
    await this.store(batch, counts);
    const lacks = open.filter((urn) => reading.named[Number(urn)] === 0);
    const facts = { open: open.length, missing: lacks.length, whole: reading.whole, sayClosed: closing };
    const close = decideMissing(facts) === 'close';
    const missing = { count: lacks.length, closed: close && lacks.length > 0 };
    await this.database.transaction(async () => {
      if (close) await this.schools.closeMissing(lacks, this.clock.now());
      await this.audit.record({
        action: 'schools.imported',
        objectKind: 'school',
        objectId: null,
        details: {
          ...counts,
          missing: missing.count,
          missingClosed: missing.closed,
          refused: reading.refused.length,
        },
      });
    });
    return { ...counts, missing, refused: reading.refused };
  }

  /** The rows that can be taken, as they come; the others go to `refused`. */
  private async *rows(source: Readable, reading: Reading): AsyncGenerator<SchoolRow[]> {
    let columns: SchoolColumns | null = null;
    try {
      for await (const rows of readSchoolFile(source)) {
        const heading: FileRow | undefined = columns ? undefined : rows.shift();
        if (heading) columns = findSchoolColumns(heading.cells);
        if (heading && !columns) throw notSchools();
        const known = columns;
        if (known) yield rows.flatMap((row) => this.check(known, row, reading) ?? []);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFrom)) throw error;
      if (!columns) throw notSchools();
      reading.whole = false;
      reading.refused.push(unreadableRow(error));
    }
    if (!columns) throw notSchools();
  }

  private check(columns: SchoolColumns, { line, cells }: FileRow, reading: Reading): SchoolRow | null {
    const cell = (cells[columns.at.urn ?? 0] ?? '').trim();
    if (/^\d{6}$/.test(cell)) reading.named[Number(cell)] = 1;
    const read = readSchoolRow(columns, cells);
    if ('refused' in read) {
      reading.refused.push({ line, reason: read.refused });
      return null;
    }
    const { urn } = read.school;
    const before = reading.seen[Number(urn)] ?? 0;
    if (before > 0) {
      reading.refused.push({ line, reason: `The URN ${urn} is already on line ${before}, which was taken.` });
      return null;
    }
    reading.seen[Number(urn)] = line;
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
