import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../persistence/database';
import { PackContentEntity, PackFileEntity, PackVersionEntity, VisitPackEntity } from './visit-pack.entity';
import { marks } from '../persistence/sql';

@Injectable()
export class VisitPacksRepository {
  constructor(private readonly database: Database) {}

  find(conferenceId: string): Promise<VisitPackEntity | null> {
    return this.database.reader.findOneBy(VisitPackEntity, { conferenceId });
  }

  findAll(conferenceIds: readonly string[]): Promise<VisitPackEntity[]> {
    return this.database.reader.findBy(VisitPackEntity, { conferenceId: In([...conferenceIds]) });
  }

  /** The packs that have stood as they are since then, of conferences in these states that are still to come. */
  async settled(
    states: readonly string[],
    since: Date,
    now: Date,
  ): Promise<readonly { readonly conferenceId: string; readonly version: number }[]> {
    const rows = await this.database.select<{ conference_id: string; version: number }>(
      'SELECT p.conference_id, p.version FROM visit_packs p JOIN conferences c ON c.id = p.conference_id' +
        ` WHERE p.changed_at <= ? AND c.starts_at > ? AND c.status IN (${marks(states)})`,
      [since, now, ...states],
    );
    return rows.map((row) => ({ conferenceId: row.conference_id, version: Number(row.version) }));
  }

  /** The files that are in the pack, oldest first. */
  files(conferenceId: string): Promise<PackFileEntity[]> {
    return this.database.reader.find(PackFileEntity, {
      where: { conferenceId, withdrawnAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  findFile(id: string): Promise<PackFileEntity | null> {
    return this.database.reader.findOneBy(PackFileEntity, { id });
  }

  /** Every version of these files, latest first. */
  versions(fileIds: readonly string[]): Promise<PackVersionEntity[]> {
    return this.database.reader.find(PackVersionEntity, {
      where: { fileId: In([...fileIds]) },
      order: { version: 'DESC' },
    });
  }

  findVersion(id: string): Promise<PackVersionEntity | null> {
    return this.database.reader.findOneBy(PackVersionEntity, { id });
  }

  async content(id: string): Promise<Buffer | null> {
    const row = await this.database.reader.findOneBy(PackContentEntity, { id });
    return row && Buffer.from(row.content);
  }

  /** The next version of a conference's pack, the first is 1; under the event's lock. */
  async nextVersion(conferenceId: string, now: Date): Promise<number> {
    const changed = await this.database.execute(
      'UPDATE visit_packs SET version = version + 1, changed_at = ? WHERE conference_id = ?',
      [now, conferenceId],
    );
    if (changed === 0) {
      await this.database.writer.insert(VisitPackEntity, { conferenceId, version: 1, changedAt: now });
      return 1;
    }
    const [row] = await this.database.select<{ version: number }>(
      `SELECT version FROM visit_packs WHERE conference_id = ?${this.database.forUpdate}`,
      [conferenceId],
    );
    return Number(row?.version);
  }

  async insertContent(content: PackContentEntity): Promise<void> {
    await this.database.execute('INSERT INTO pack_contents (id, sha256, content) VALUES (?, ?, ?)', [
      content.id,
      content.sha256,
      content.content,
    ]);
  }

  async insertFile(file: PackFileEntity): Promise<void> {
    await this.database.writer.insert(PackFileEntity, file);
  }

  async insertVersion(version: PackVersionEntity): Promise<void> {
    await this.database.writer.insert(PackVersionEntity, version);
  }

  async updateFile(id: string, change: Partial<PackFileEntity>): Promise<void> {
    await this.database.writer.update(PackFileEntity, { id }, change);
  }
}
