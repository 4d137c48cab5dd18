import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CpdProgrammeEntity, CpdSeriesEntity } from './cpd-programme.entity';

@Injectable()
export class CpdProgrammesRepository {
  constructor(private readonly database: Database) {}

  async insert(programme: CpdProgrammeEntity): Promise<void> {
    await this.database.writer.insert(CpdProgrammeEntity, programme);
  }

  find(id: string): Promise<CpdProgrammeEntity | null> {
    return this.database.reader.findOneBy(CpdProgrammeEntity, { id });
  }

  /** Latest year first. */
  all(): Promise<CpdProgrammeEntity[]> {
    return this.database.reader.find(CpdProgrammeEntity, {
      order: { academicYear: 'DESC', title: 'ASC', id: 'ASC' },
    });
  }

  async update(id: string, change: Partial<CpdProgrammeEntity>): Promise<void> {
    await this.database.writer.update(CpdProgrammeEntity, { id }, change);
  }

  /**
   * Every programme under its lock. Rooms are shared by all of them, so whoever gives a session a room or opens one for
   * booking waits here for the others; only then are rooms and programmes read. Lock a session before, never after.
   */
  async lockAll(): Promise<void> {
    await this.database.select(`SELECT id FROM cpd_programmes ORDER BY id${this.database.forUpdate}`);
  }

  findSeries(id: string): Promise<CpdSeriesEntity | null> {
    return this.database.reader.findOneBy(CpdSeriesEntity, { id });
  }
}
