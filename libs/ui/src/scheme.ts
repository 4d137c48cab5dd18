import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

export const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEY = 'lectern.scheme';

/** Light or dark, as the system has it or as chosen here; the choice stays on this device. */
@Injectable({ providedIn: 'root' })
export class SchemeChoice {
  private readonly document = inject(DOCUMENT);
  readonly scheme = signal<Scheme>(this.stored());

  constructor() {
    effect(() => {
      const scheme = this.scheme();
      const root = this.document.documentElement;
      if (scheme === 'system') delete root.dataset['scheme'];
      else root.dataset['scheme'] = scheme;
    });
  }

  choose(scheme: Scheme): void {
    this.scheme.set(scheme);
    try {
      this.document.defaultView?.localStorage.setItem(KEY, scheme);
    } catch {
      // Storage may be blocked: the choice then lasts as long as the page.
    }
  }

  private stored(): Scheme {
    try {
      const found = this.document.defaultView?.localStorage.getItem(KEY);
      return SCHEMES.find((scheme) => scheme === found) ?? 'system';
    } catch {
      return 'system';
    }
  }
}
