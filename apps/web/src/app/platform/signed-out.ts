import { Injectable, signal } from '@angular/core';

/** Counts how often the server has said that nobody is signed in; the shell reacts to it. */
@Injectable({ providedIn: 'root' })
export class SignedOut {
  private readonly count = signal(0);
  readonly noticed = this.count.asReadonly();

  notice(): void {
    this.count.update((count) => count + 1);
  }
}
