import { computed, Injectable, signal } from '@angular/core';

/** What may lie over the camera. */
export type Panel =
  | { readonly name: 'search' }
  | { readonly name: 'person'; readonly ticketId: string }
  | { readonly name: 'more' }
  | { readonly name: 'parties' }
  | { readonly name: 'party'; readonly groupId: string }
  | { readonly name: 'recent' }
  | { readonly name: 'conflicts' }
  | { readonly name: 'roll' }
  | { readonly name: 'walk-in' }
  | { readonly name: 'substitution'; readonly ticketId: string | null }
  | { readonly name: 'missing'; readonly ticketId: string | null }
  | { readonly name: 'day-end' };

/** Which panel lies over the camera, and what it was opened from. */
@Injectable({ providedIn: 'root' })
export class Panels {
  private readonly stack = signal<readonly Panel[]>([]);

  readonly current = computed<Panel | null>(() => this.stack().at(-1) ?? null);
  /** Whether going back leads to another panel rather than to the camera. */
  readonly isNested = computed(() => this.stack().length > 1);

  open(panel: Panel): void {
    this.stack.update((stack) => [...stack, panel]);
  }

  back(): void {
    this.stack.update((stack) => stack.slice(0, -1));
  }

  close(): void {
    this.stack.set([]);
  }
}
