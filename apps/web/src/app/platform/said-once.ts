import { Injectable } from '@angular/core';

/** What a page has just done, for the next page to say once at its head. */
@Injectable({ providedIn: 'root' })
export class SaidOnce {
  private words = '';

  leave(words: string): void {
    this.words = words;
  }

  take(): string {
    const { words } = this;
    this.words = '';
    return words;
  }
}
