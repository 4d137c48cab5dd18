import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { SessionStore } from './session-store';

/** Signing in; goes back to the page that asked for it. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Box, ErrorSummary, Field, MatButton, PageHeader, ReactiveFormsModule, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** The address that asked for a signed-in person, from the query. */
  readonly from = input<string>();
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ email: '', password: '' });
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected async signIn(): Promise<void> {
    const { email, password } = this.form.getRawValue();
    const missing = [
      ...(email.trim() ? [] : [{ field: 'email', code: 'missing', message: 'Enter your e-mail address.' }]),
      ...(password ? [] : [{ field: 'password', code: 'missing', message: 'Enter your password.' }]),
    ];
    if (missing.length > 0) {
      this.sending.refuse(missing);
      return;
    }
    await this.sending.send(async () => {
      await this.session.signIn({ email: email.trim(), password });
      await this.router.navigateByUrl(this.destination());
    });
  }

  /** Only a path of this site: an address from elsewhere must not be able to lead away. */
  private destination(): string {
    const from = this.from() ?? '/';
    return /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/';
  }
}
