import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { MissingPupilEntity, MissingPupilStepEntity } from './missing-pupil.entity';

/** Records of missing pupils and their steps; steps are only ever added. */
@Injectable()
export class MissingPupilsRepository {
  constructor(private readonly database: Database) {}

  /** The open ones first, then by when they were opened, newest first. */
  async ofConference(conferenceId: string): Promise<MissingPupilEntity[]> {
    const rows = await this.database.reader.find(MissingPupilEntity, {
      where: { conferenceId },
      order: { openedAt: 'DESC', id: 'DESC' },
    });
    return rows.sort((a, b) => Number(a.openKey === null) - Number(b.openKey === null));
  }

  openOf(ticketId: string): Promise<MissingPupilEntity | null> {
    return this.database.reader.findOneBy(MissingPupilEntity, { openKey: ticketId });
  }

  find(id: string): Promise<MissingPupilEntity | null> {
    return this.database.reader.findOneBy(MissingPupilEntity, { id });
  }

  async steps(ids: readonly string[]): Promise<ReadonlyMap<string, readonly MissingPupilStepEntity[]>> {
    const steps = new Map<string, MissingPupilStepEntity[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return steps;
    const rows = await this.database.reader.find(MissingPupilStepEntity, {
      where: { missingPupilId: In([...ids]) },
      order: { at: 'ASC', id: 'ASC' },
    });
    for (const row of rows) steps.get(row.missingPupilId)?.push(row);
    return steps;
  }

  async insert(record: MissingPupilEntity): Promise<void> {
    await this.database.writer.insert(MissingPupilEntity, record);
  }

  async insertStep(step: MissingPupilStepEntity): Promise<void> {
    await this.database.writer.insert(MissingPupilStepEntity, step);
  }

  /** Holds the record until the unit of work ends; false when it is closed already. */
  async holdOpen(id: string): Promise<boolean> {
    const rows = await this.database.select(
      `SELECT id FROM missing_pupils WHERE id = ? AND open_key IS NOT NULL${this.database.forUpdate}`,
      [id],
    );
    return rows.length > 0;
  }

  async close(
    id: string,
    { at, by, name, outcome }: { at: Date; by: string; name: string; outcome: string },
  ): Promise<void> {
    await this.database.execute(
      'UPDATE missing_pupils SET open_key = NULL, closed_at = ?, closed_by = ?, closed_by_name = ?, outcome = ?' +
        ' WHERE id = ?',
      [at, by, name, outcome, id],
    );
  }
}
