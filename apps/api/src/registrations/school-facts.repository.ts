import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { SchoolFactsEntity } from './school-facts.entity';
import { marks } from '../persistence/sql';

/** What staff said of schools. */
@Injectable()
export class SchoolFactsRepository {
  constructor(private readonly database: Database) {}

  async of(urns: readonly string[]): Promise<ReadonlyMap<string, SchoolFactsEntity>> {
    if (urns.length === 0) return new Map();
    const rows = await this.database.reader.findBy(SchoolFactsEntity, { schoolUrn: In([...urns]) });
    return new Map(rows.map((row) => [row.schoolUrn, row]));
  }

  async save(facts: SchoolFactsEntity): Promise<void> {
    await this.database.writer.save(SchoolFactsEntity, facts);
  }

  /** Which of these schools had a confirmed group at one of these conferences. */
  async visited(urns: readonly string[], conferenceIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (urns.length === 0 || conferenceIds.length === 0) return new Set();
    const rows = await this.database.select<{ school_urn: string }>(
      "SELECT DISTINCT school_urn FROM visit_groups WHERE status = 'confirmed'" +
        ` AND school_urn IN (${marks(urns)}) AND conference_id IN (${marks(conferenceIds)})`,
      [...urns, ...conferenceIds],
    );
    return new Set(rows.map((row) => row.school_urn));
  }
}
