import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { FieldError } from '@lectern/core';
import { INVITABLE_ROLES, type InvitableRole, ROLE_NAMES, SCHOOL_ROLES } from '@lectern/identity';
import type { School } from '@lectern/schools';
import { Box, ErrorSummary, Field, FieldSet, PageHeader } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { SchoolPicker } from '../schools/school-picker';
import { IdentityApi } from './identity-api';
import { type MadeInvitation, InvitationLink } from './invitation-link';

const MEANINGS: Readonly<Record<InvitableRole, string>> = {
  coordinator: 'Registers groups of one school and keeps their lists',
  teacher: 'Takes part in professional development, from one school',
  trainee: 'Signs up to deliver sessions',
  mentor: 'Reviews what trainees offer to deliver',
  staff: 'Publishes conferences and runs the day',
};

/** Staff invite somebody; the link is mailed to them, and shown once. */
@Component({
  selector: 'app-invitations-page',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    InvitationLink,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    SchoolPicker,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitations-page.html',
})
export class InvitationsPage {
  private readonly api = inject(IdentityApi);
  protected readonly sending = new Sending();
  protected readonly made = signal<MadeInvitation | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    role: inject(NonNullableFormBuilder).control<InvitableRole | ''>(''),
    email: '',
    school: new FormControl<School | null>(null),
  });
  private readonly role = toSignal(this.form.controls.role.valueChanges, { initialValue: '' });
  protected readonly needsSchool = computed(() => SCHOOL_ROLES.some((role) => role === this.role()));
  protected readonly roles = [...INVITABLE_ROLES]
    .sort((a, b) => Object.keys(MEANINGS).indexOf(a) - Object.keys(MEANINGS).indexOf(b))
    .map((role) => ({ role, name: ROLE_NAMES[role], meaning: MEANINGS[role] }));

  protected async invite(): Promise<void> {
    const { role, email, school } = this.form.getRawValue();
    const missing: FieldError[] = [];
    const refuse = (field: string, message: string): void =>
      void missing.push({ field, code: 'missing', message });
    if (!role) refuse('role', 'Choose what this person will do.');
    if (!email.trim()) refuse('email', 'Enter an e-mail address, such as a.teacher@school.org.');
    if (this.needsSchool() && !school) refuse('schoolUrn', 'Choose the school from the list.');
    if (missing.length > 0 || !role) {
      this.sending.refuse(missing);
      return;
    }
    const invitation = await this.sending.send(() =>
      this.api.invite({
        email: email.trim(),
        role,
        ...(this.needsSchool() && school ? { schoolUrn: school.urn } : {}),
      }),
    );
    if (invitation) this.made.set({ ...invitation, email: email.trim(), roleName: ROLE_NAMES[role] });
  }

  protected another(): void {
    this.form.reset();
    this.made.set(null);
  }
}
