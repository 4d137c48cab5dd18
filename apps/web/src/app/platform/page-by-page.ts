import { computed, linkedSignal, resource } from '@angular/core';
import type { Page } from '@lectern/core';
import { Sending } from './sending';

/** A list that the server gives a page at a time: the first by itself, each next one when it is asked for. */
export class PageByPage<T, Question> {
  private readonly sending = new Sending();
  readonly busy = this.sending.busy;
  readonly errors = this.sending.errors;
  readonly first;
  private readonly rest;
  /** Everything that was fetched so far. */
  readonly items;
  readonly hasMore;

  constructor(
    question: () => Question,
    private readonly load: (question: Question, cursor: string | null) => Promise<Page<T>>,
  ) {
    this.first = resource({
      params: () => ({ question: question() }),
      loader: ({ params }) => this.load(params.question, null).then((page) => ({ page, ...params })),
    });
    const shown = computed(() => (this.first.hasValue() ? this.first.value() : null));
    // Another question begins anew with its own first page.
    this.rest = linkedSignal({
      source: shown,
      computation: (first) => ({ items: [] as readonly T[], cursor: first?.page.nextCursor ?? null }),
    });
    this.items = computed(() => [...(shown()?.page.items ?? []), ...this.rest().items]);
    this.hasMore = computed(() => this.rest().cursor !== null);
  }

  async more(): Promise<void> {
    const { cursor } = this.rest();
    if (cursor === null || !this.first.hasValue()) return;
    const asked = this.first.value();
    const page = await this.sending.send(() => this.load(asked.question, cursor));
    // Somebody may have asked another question in the meantime.
    if (!page || !this.first.hasValue() || this.first.value() !== asked) return;
    this.rest.update(({ items }) => ({ items: [...items, ...page.items], cursor: page.nextCursor }));
  }

  reload(): void {
    this.first.reload();
  }
}
