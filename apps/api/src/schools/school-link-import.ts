import type { Readable } from 'node:stream';
import { type Clock, DomainError } from '@lectern/core';
import {
  findSchoolLinkColumns,
  readSchoolLinkRow,
  type RefusedSchoolRow,
  type SchoolLinkColumns,
  type SchoolLinkRow,
  type SchoolLinksReport,
} from '@lectern/schools';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { openFile, readSchoolFile, UnreadableFrom, unreadableRow } from './school-file';
import { SchoolsRepository } from './schools.repository';

const BATCH = 500;

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  other: number;
  unknown: number;
}

const notLinks = (): DomainError =>
  new DomainError(
    'invalid',
    'not-school-links',
    'This file is no list of links between schools. It needs the columns URN, LinkURN and LinkType of the GIAS' +
      ' download “links_edubasealldata”, separated by commas.',
  );

/**
 * Learns from the GIAS file of links which school took the place of which. A link needs both schools in the register
 * here; what is stored already is left as it is, so a second run changes nothing.
 */
@Injectable()
export class SchoolLinkImport {
  constructor(
    private readonly database: Database,
    private readonly schools: SchoolsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Imports a file by its path; refuses when there is none. */
  async importFile(path: string): Promise<SchoolLinksReport> {
    return this.run(await openFile(path));
  }

  /** Imports a stream of bytes; refuses as a whole, and stores nothing, when its heading is no list of links. */
  async run(source: Readable): Promise<SchoolLinksReport> {
    const counts: Counts = { added: 0, changed: 0, unchanged: 0, other: 0, unknown: 0 };
    const refused: RefusedSchoolRow[] = [];
    const links = new Map<string, SchoolLinkRow>();
    let columns: SchoolLinkColumns | null = null;
    try {
      for await (const rows of readSchoolFile(source)) {
        for (const { line, cells } of rows) {
          if (!columns) {
            columns = findSchoolLinkColumns(cells);
            if (!columns) throw notLinks();
            continue;
          }
          const read = readSchoolLinkRow(columns, cells);
          if ('refused' in read) refused.push({ line, reason: read.refused });
          else if ('other' in read) counts.other++;
          else this.keep(links, read.link);
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFrom)) throw error;
      if (!columns) throw notLinks();
      refused.push(unreadableRow(error));
    }
    if (!columns) throw notLinks();
    const all = [...links.values()];
    for (let from = 0; from < all.length; from += BATCH)
      await this.store(all.slice(from, from + BATCH), counts);
    await this.database.transaction(() =>
      this.audit.record({
        action: 'school-links.imported',
        objectKind: 'school',
        objectId: null,
        details: { ...counts, refused: refused.length },
      }),
    );
    return { ...counts, refused };
  }

  /** The register says each link twice, once from either side. */
  private keep(links: Map<string, SchoolLinkRow>, link: SchoolLinkRow): void {
    const key = `${link.urn}:${link.successorUrn}`;
    const before = links.get(key);
    if (!before || before.establishedOn === null) links.set(key, link);
  }

  private async store(links: readonly SchoolLinkRow[], counts: Counts): Promise<void> {
    const outcomes = await this.database.transaction(async () => {
      const known = await this.schools.known(links.flatMap(({ urn, successorUrn }) => [urn, successorUrn]));
      const done: ('added' | 'changed' | 'unchanged' | 'unknown')[] = [];
      for (const link of links) {
        const both = known.has(link.urn) && known.has(link.successorUrn);
        done.push(both ? await this.schools.storeLink(link, this.clock.now()) : 'unknown');
      }
      return done;
    });
    for (const outcome of outcomes) counts[outcome]++;
  }
}
