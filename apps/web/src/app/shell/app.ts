import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationStart,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { PageFocus, PRODUCT_NAME } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { SignedOut } from '../platform/signed-out';
import { AccountMenu } from './account-menu';
import { navigationFor } from './navigation';
import { PrintHead } from './print-head';
import { SchemeChoice } from './scheme-choice';

/** What is around every page: the way past it, the name, where one can go, who one is, and the small print. */
@Component({
  selector: 'app-root',
  imports: [AccountMenu, PrintHead, RouterLink, RouterLinkActive, RouterOutlet, SchemeChoice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  protected readonly productName = PRODUCT_NAME;
  protected readonly session = inject(SessionStore);
  protected readonly links = computed(() => navigationFor(this.session.account()));
  /** Whether the next page takes its time: its code or its data is on the way. */
  protected readonly going = signal(false);
  protected readonly signInFrom = signal<string | null>(null);
  private readonly router = inject(Router);

  constructor() {
    const focus = inject(PageFocus);
    const signedOut = inject(SignedOut);
    let first = true;
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) {
        this.going.set(true);
        focus.leave();
      } else if (event instanceof NavigationEnd) {
        this.going.set(false);
        this.signInFrom.set(event.urlAfterRedirects.startsWith('/sign-in') ? null : event.urlAfterRedirects);
        if (!first) setTimeout(() => focus.arrive());
        first = false;
      } else if (event instanceof NavigationCancel || event instanceof NavigationError) {
        this.going.set(false);
      }
    });
    effect(() => {
      if (signedOut.noticed() > 0) untracked(() => this.askToSignIn());
    });
  }

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
    main.scrollIntoView();
  }

  private askToSignIn(): void {
    this.session.expire();
    if (this.router.url.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { from: this.router.url } });
  }
}
