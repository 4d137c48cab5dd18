import { Injectable, signal } from '@angular/core';

/** Whether the server can be reached, as the last call found it or as the browser says. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly reachable = signal(!browserIsOffline());
  readonly online = this.reachable.asReadonly();

  constructor() {
    globalThis.addEventListener('offline', () => this.reachable.set(false));
  }

  reached(): void {
    this.reachable.set(true);
  }

  lost(): void {
    this.reachable.set(false);
  }
}

/** A browser that says so is offline for certain; one that does not may be all the same. */
const browserIsOffline = (): boolean => !navigator.onLine;
