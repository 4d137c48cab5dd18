import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { ResourceContentEntity, type ResourcePieceEntity } from './resource.entity';

@Injectable()
export class ResourceContentsRepository {
  constructor(private readonly database: Database) {}

  async insert(content: ResourceContentEntity): Promise<void> {
    await this.database.writer.insert(ResourceContentEntity, content);
  }

  async insertPiece({ contentId, place, bytes }: ResourcePieceEntity): Promise<void> {
    await this.database.execute(
      'INSERT INTO cpd_resource_pieces (content_id, place, bytes) VALUES (?, ?, ?)',
      [contentId, place, bytes],
    );
  }

  async piece(contentId: string, place: number): Promise<Buffer | null> {
    const [row] = await this.database.select<{ bytes: Uint8Array }>(
      'SELECT bytes FROM cpd_resource_pieces WHERE content_id = ? AND place = ?',
      [contentId, place],
    );
    return row ? Buffer.from(row.bytes) : null;
  }
}
