import { Injectable } from '@nestjs/common';

/** Finds what the actors of one kind are called. */
export interface ActorReader {
  /** Names by id; ids of nobody are left out. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ids of those whose name or address holds the text. */
  idsLike(text: string): Promise<readonly string[]>;
}

/** What actors are called. The trail keeps ids only and knows no area: areas say here how to name theirs. */
@Injectable()
export class ActorNames {
  private readonly readers = new Map<string, ActorReader>();

  add(kind: string, reader: ActorReader): void {
    if (this.readers.has(kind)) throw new Error(`There are two readers of actors of the kind ${kind}.`);
    this.readers.set(kind, reader);
  }

  async names(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return (await this.readers.get(kind)?.names(ids)) ?? new Map<string, string>();
  }

  async idsLike(text: string): Promise<readonly string[]> {
    const found = await Promise.all([...this.readers.values()].map((reader) => reader.idsLike(text)));
    return found.flat();
  }
}
