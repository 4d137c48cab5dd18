import { AsyncResource } from 'node:async_hooks';

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How one item fared: what failed is told to whoever sent it, and to nobody else. */
export type Fared<Answer> = { readonly answer: Answer } | { readonly error: unknown };

export interface GatheringOptions<Item> {
  /** How much one item weighs; a group takes no more items once it weighs `full`. */
  readonly weigh: (item: Item) => number;
  readonly full: number;
}

// Made as the program starts: one that a request makes would carry that request's unit of work into every group.
const NOBODY = new AsyncResource('Gathering');

/**
 * Works together on what arrives together: the items of one turn of the event loop make one group, and while a group
 * is at work the next one gathers. A lone item waits for nobody. Groups run one after the other, outside the context
 * of any one request.
 */
export class Gathering<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private active = false;

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Fared<Answer>[]>,
    private readonly options: GatheringOptions<Item>,
  ) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.active) return;
      this.active = true;
      NOBODY.runInAsyncScope(() => this.next());
    });
  }

  /** Not at once: the sockets of this turn are read first. */
  private next(): void {
    setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    const group = this.take();
    try {
      const fared = await this.work(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, at) => {
        const one = fared[at];
        if (one && 'answer' in one) resolve(one.answer);
        else reject(one?.error ?? new Error('A group answered fewer items than it was given.'));
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    if (this.waiting.length > 0) this.next();
    else this.active = false;
  }

  private take(): Waiting<Item, Answer>[] {
    let weight = 0;
    let count = 0;
    for (const { item } of this.waiting) {
      if (weight >= this.options.full) break;
      weight += this.options.weigh(item);
      count++;
    }
    return this.waiting.splice(0, count);
  }
}
