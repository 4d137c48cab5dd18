import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTabsModule } from '@angular/material/tabs';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon, PageHeader } from '@lectern/ui';
import { ProgrammeInView } from './programme-in-view';

/** Planning the CPD of a year: its half-terms, sessions, series, topics and dates. */
@Component({
  selector: 'app-staff-cpd-frame',
  imports: [Icon, MatButton, MatTabsModule, PageHeader, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [ProgrammeInView],
  template: `
    <div class="page">
      <lectern-page-header heading="Challenging topics">
        <a
          matButton="filled"
          routerLink="/staff/cpd/sessions/new"
          [queryParams]="{ programme: view.programme()?.id }"
          ><lectern-icon name="add" /> Plan a session</a
        >
      </lectern-page-header>
      <nav
        mat-tab-nav-bar
        [tabPanel]="panel"
        class="no-print"
        aria-label="Planning the CPD"
        mat-stretch-tabs="false"
      >
        @for (tab of tabs; track tab.path) {
          <a
            mat-tab-link
            [routerLink]="tab.path"
            queryParamsHandling="preserve"
            routerLinkActive
            #link="routerLinkActive"
            [routerLinkActiveOptions]="here"
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
export class StaffCpdFrame {
  protected readonly view = inject(ProgrammeInView);
  /** The programme in the address does not make it another page. */
  protected readonly here = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly tabs = [
    { path: '/staff/cpd', words: 'Plan' },
    { path: '/staff/cpd/sessions', words: 'Sessions' },
    { path: '/staff/cpd/series', words: 'Series' },
    { path: '/staff/cpd/topics', words: 'Topics' },
    { path: '/staff/cpd/calendar', words: 'Dates' },
  ];
}
