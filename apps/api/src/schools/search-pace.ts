import { type Clock, DomainError } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';

const SEARCHES = 300;
const WINDOW = 60_000;

/** How often one address may search in a minute; counted in memory, since a search must not cost a write. */
@Injectable()
export class SearchPace {
  private readonly counts = new Map<string, number>();
  private endsAt = 0;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Counts one search; throws when the address has had its share of this minute. */
  take(address: string): void {
    const now = this.clock.now().getTime();
    if (now >= this.endsAt) {
      this.counts.clear();
      this.endsAt = now + WINDOW;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    if (count > SEARCHES) {
      throw new DomainError(
        'too-many',
        'too-many-searches',
        'That is very many searches. Wait a minute and search again.',
        {
          retryAfter: Math.ceil((this.endsAt - now) / 1000),
        },
      );
    }
  }
}
