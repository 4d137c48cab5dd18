import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { PASSWORD_MIN, refusePassword, ROLE_NAMES } from '@lectern/identity';
import { Box, ErrorSummary, Field, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { IdentityApi } from './identity-api';
import { SessionStore } from './session-store';

/** What an invitation's link opens: who is invited as what, then a name and a password, and one is in. */
@Component({
  selector: 'app-invitation-page',
  imports: [Box, ErrorSummary, Fetched, Field, London, MatButton, PageHeader, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitation-page.html',
})
export class InvitationPage {
  readonly token = input.required<string>();
  private readonly api = inject(IdentityApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly sending = new Sending();
  protected readonly roleNames = ROLE_NAMES;
  protected readonly passwordHint = `${PASSWORD_MIN} characters or more. Three random words are easy to remember and hard to guess.`;
  protected readonly form = inject(NonNullableFormBuilder).group({ name: '', password: '' });
  protected readonly invitation = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.invitation(params),
  });

  protected async accept(email: string): Promise<void> {
    const { name, password } = this.form.getRawValue();
    const refused = refusePassword(password, email);
    const errors = [
      ...(name.trim() ? [] : [{ field: 'name', code: 'missing', message: 'Enter your full name.' }]),
      ...(refused ? [refused] : []),
    ];
    if (errors.length > 0) {
      this.sending.refuse(errors);
      return;
    }
    await this.sending.send(async () => {
      await this.session.accept(this.token(), { name: name.trim(), password });
      await this.router.navigateByUrl('/');
    });
  }
}
