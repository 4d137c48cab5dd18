import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { CpdSeriesEntity, GapTaskEntity } from './cpd-programme.entity';

@Injectable()
export class CpdSeriesRepository {
  constructor(private readonly database: Database) {}

  async insert(series: CpdSeriesEntity): Promise<void> {
    await this.database.writer.insert(CpdSeriesEntity, series);
  }

  async update(id: string, change: Partial<CpdSeriesEntity>): Promise<void> {
    if (Object.keys(change).length > 0) await this.database.writer.update(CpdSeriesEntity, { id }, change);
  }

  async remove(id: string): Promise<void> {
    await this.database.writer.delete(CpdSeriesEntity, { id });
  }

  find(id: string): Promise<CpdSeriesEntity | null> {
    return this.database.reader.findOneBy(CpdSeriesEntity, { id });
  }

  /** The series under its lock: who changes its tasks and who takes sessions out of it wait for each other. */
  async lock(id: string): Promise<CpdSeriesEntity | null> {
    const [found] = await this.database.select<{ id: string }>(
      `SELECT id FROM cpd_series WHERE id = ?${this.database.forUpdate}`,
      [id],
    );
    return found ? this.database.writer.findOneBy(CpdSeriesEntity, { id }) : null;
  }

  /** Series by title; of one programme, or of all. */
  list(programmeId: string | undefined): Promise<CpdSeriesEntity[]> {
    return this.database.reader.find(CpdSeriesEntity, {
      ...(programmeId === undefined ? {} : { where: { programmeId } }),
      order: { title: 'ASC', id: 'ASC' },
    });
  }

  /** Their gap tasks, in the order in which they were written. */
  tasksOf(seriesIds: readonly string[]): Promise<GapTaskEntity[]> {
    if (seriesIds.length === 0) return Promise.resolve([]);
    return this.database.reader.find(GapTaskEntity, {
      where: { seriesId: In([...seriesIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async insertTask(task: GapTaskEntity): Promise<void> {
    await this.database.writer.insert(GapTaskEntity, task);
  }

  async updateTask(id: string, change: Partial<GapTaskEntity>): Promise<void> {
    if (Object.keys(change).length > 0) await this.database.writer.update(GapTaskEntity, { id }, change);
  }

  async removeTask(id: string): Promise<void> {
    await this.database.writer.delete(GapTaskEntity, { id });
  }
}
