import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '@lectern/identity';
import { SessionStore } from '../identity/session-store';

interface Tab {
  readonly words: string;
  readonly path: string;
  /** Whether the link is current only on this very page. */
  readonly exact: boolean;
  /** What somebody must be allowed to do to be shown it; null is for everybody. */
  readonly needs: Permission | null;
}

const TABS: readonly Tab[] = [
  { words: 'Sessions', path: '/challenging-topics', exact: true, needs: null },
  { words: 'Topics', path: '/challenging-topics/topics', exact: false, needs: null },
  { words: 'Open doors', path: '/open-doors', exact: false, needs: 'open-door.see' },
  { words: 'Resources', path: '/resources', exact: false, needs: 'resource.see' },
];

/** The ways through Challenging Topics, as far as the reader may go; between the heading of a page and its content. */
@Component({
  selector: 'app-cpd-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="no-print" aria-label="Challenging topics">
      <ul>
        @for (tab of tabs(); track tab.path) {
          <li>
            <a
              [routerLink]="tab.path"
              routerLinkActive="current"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="{ exact: tab.exact }"
              >{{ tab.words }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 1.75rem;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
      border-block-end: 1px solid var(--hairline);
    }
    a {
      display: block;
      padding: 0.625rem 0.75rem;
      border-block-end: 3px solid transparent;
      margin-block-end: -1px;
      color: var(--text-soft);
      text-decoration: none;
    }
    a:hover {
      color: var(--text);
      border-block-end-color: var(--rule);
    }
    a.current {
      color: var(--ink);
      font-weight: 650;
      border-block-end-color: var(--ink);
    }
  `,
})
export class CpdTabs {
  private readonly session = inject(SessionStore);
  protected readonly tabs = computed(() =>
    TABS.filter(({ needs }) => needs === null || this.session.may(needs)),
  );
}
