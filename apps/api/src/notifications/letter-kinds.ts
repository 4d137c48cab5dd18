import { Injectable } from '@nestjs/common';
import type { LetterKind } from './letter';

/** Every kind of letter there is; the areas that write them add them as they start. */
@Injectable()
export class LetterKinds {
  private readonly kinds = new Map<string, LetterKind>();

  add(...kinds: readonly LetterKind[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.kind)) throw new Error(`There are two kinds of letter called ${kind.kind}.`);
      this.kinds.set(kind.kind, kind);
    }
  }

  has(kind: string): boolean {
    return this.kinds.has(kind);
  }

  find(kind: string): LetterKind | undefined {
    return this.kinds.get(kind);
  }

  all(): readonly LetterKind[] {
    return [...this.kinds.values()].sort((a, b) => a.kind.localeCompare(b.kind));
  }
}
