import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { EmptyState, PageHeader } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';

/** Home of the roles that have nothing of their own to do yet. */
@Component({
  selector: 'app-staff-home',
  imports: [EmptyState, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="'Hello, ' + session.account()?.name" [lede]="today" />
      <lectern-empty-state
        heading="There is nothing for you to do at the moment"
        words="Student conferences are open to everybody to see."
      >
        <a matButton="outlined" routerLink="/conferences">See the conferences</a>
      </lectern-empty-state>
    </div>
  `,
})
export class StaffHome {
  protected readonly session = inject(SessionStore);
  protected readonly today = londonDate(new Date());
}
