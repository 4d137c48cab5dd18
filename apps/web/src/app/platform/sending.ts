import { computed, signal } from '@angular/core';
import type { FieldError } from '@lectern/core';
import { refusalOf } from './refusal';

/** One form or button at work: whether it is sending, and what was wrong with the last try. */
export class Sending {
  private readonly working = signal(false);
  private readonly wrong = signal<readonly FieldError[]>([]);
  readonly busy = this.working.asReadonly();
  readonly errors = this.wrong.asReadonly();
  /** The refusal as one line, where there is no form to list it above. */
  readonly words = computed(() => this.wrong()[0]?.message ?? '');

  /** Runs the call unless one is running; its answer, or undefined when it was refused (then `errors` says why). */
  async send<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.working()) return undefined;
    this.working.set(true);
    this.wrong.set([]);
    try {
      return await call();
    } catch (error) {
      this.wrong.set(refusalOf(error).lines);
      return undefined;
    } finally {
      this.working.set(false);
    }
  }

  /** Lists what the page itself found wrong, before anything is sent. */
  refuse(errors: readonly FieldError[]): void {
    this.wrong.set(errors);
  }
}
