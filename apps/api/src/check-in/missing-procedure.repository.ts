import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { MissingProcedureEntity } from './missing-procedure.entity';

/** Versions of the host's procedure for a missing pupil; they are only ever added. */
@Injectable()
export class MissingProcedureRepository {
  constructor(private readonly database: Database) {}

  /** Null while the host has written none. */
  async newest(): Promise<MissingProcedureEntity | null> {
    const [row] = await this.database.reader.find(MissingProcedureEntity, {
      order: { version: 'DESC' },
      take: 1,
    });
    return row ?? null;
  }

  async insert(version: MissingProcedureEntity): Promise<void> {
    await this.database.writer.insert(MissingProcedureEntity, version);
  }
}
