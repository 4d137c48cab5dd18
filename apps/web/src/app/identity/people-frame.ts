import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTabsModule } from '@angular/material/tabs';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon, PageHeader } from '@lectern/ui';

/** People and schools: everybody with an account, who asks for one, and closed schools that still have people. */
@Component({
  selector: 'app-people-frame',
  imports: [Icon, MatButton, MatTabsModule, PageHeader, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="People and schools">
        <a matButton="filled" routerLink="/invitations"><lectern-icon name="add" /> Invite somebody</a>
      </lectern-page-header>
      <nav
        mat-tab-nav-bar
        [tabPanel]="panel"
        class="no-print"
        aria-label="People and schools"
        mat-stretch-tabs="false"
      >
        @for (tab of tabs; track tab.path) {
          <a
            mat-tab-link
            [routerLink]="tab.path"
            routerLinkActive
            #link="routerLinkActive"
            [routerLinkActiveOptions]="{ exact: true }"
            [active]="link.isActive"
            >{{ tab.words }}</a
          >
        }
      </nav>
      <mat-tab-nav-panel #panel>
        <router-outlet />
      </mat-tab-nav-panel>
    </div>
  `,
})
export class PeopleFrame {
  protected readonly tabs = [
    { path: '/people', words: 'People' },
    { path: '/people/requests', words: 'Requests' },
    { path: '/people/closed-schools', words: 'Closed schools' },
  ];
}
