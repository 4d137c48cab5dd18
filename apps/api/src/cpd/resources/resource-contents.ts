import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/tokens';
import { ResourceContentsRepository } from './resource-contents.repository';

/** What fits into one packet of every database that Lectern runs on, with room to spare. */
const PIECE = 1024 * 1024;

/** The bytes of files: kept in pieces, and given out piece by piece. */
@Injectable()
export class ResourceContents {
  constructor(
    private readonly contents: ResourceContentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps a file inside the caller’s unit of work; says under which id. */
  async keep(content: Buffer): Promise<string> {
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.contents.insert({ id, sha256, size: content.length, storedAt: this.clock.now() });
    for (let place = 0; place * PIECE < content.length; place++) {
      const bytes = content.subarray(place * PIECE, (place + 1) * PIECE);
      await this.contents.insertPiece({ contentId: id, place, bytes });
    }
    return id;
  }

  /** A file as it was kept; a reader who is slow holds one piece of it in memory, not all. */
  open(id: string, size: number): Readable {
    return Readable.from(this.pieces(id, Math.ceil(size / PIECE)), { objectMode: false });
  }

  private async *pieces(id: string, many: number): AsyncGenerator<Buffer> {
    for (let place = 0; place < many; place++) {
      const bytes = await this.contents.piece(id, place);
      if (!bytes) throw new Error('A piece of a file is gone.');
      yield bytes;
    }
  }
}
