import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { ROLE_NAMES } from '@lectern/identity';
import { Icon } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Sending } from '../platform/sending';

/** Who is signed in, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.account(); as account) {
      <button matButton type="button" [matMenuTriggerFor]="menu" class="trigger">
        <lectern-icon name="person" />
        <span class="name">{{ account.name }}</span>
        <span class="spoken">Your account</span>
      </button>
      <mat-menu #menu="matMenu" xPosition="before">
        <p class="who">
          <strong>{{ account.name }}</strong><br />
          {{ account.email }}<br />
          {{ roles() }}
        </p>
        <button mat-menu-item type="button" (click)="signOut()">Sign out</button>
      </mat-menu>
    }
  `,
  styles: `
    .name {
      display: inline-block;
      max-width: 12rem;
      margin-inline-start: 0.375rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      vertical-align: bottom;
    }
    .who {
      margin: 0;
      padding: 0.5rem 1rem 0.75rem;
      border-bottom: 1px solid var(--hairline);
      font-size: 0.9375rem;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    @media (max-width: 30rem) {
      .name {
        max-width: 6rem;
      }
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly roles = computed(() =>
    (this.session.account()?.roles ?? []).map((role) => ROLE_NAMES[role]).join(', '),
  );
  private readonly router = inject(Router);
  private readonly leaving = new Sending();

  protected async signOut(): Promise<void> {
    await this.leaving.send(() => this.session.signOut());
    if (this.session.account() === null) await this.router.navigateByUrl('/sign-in');
  }
}
