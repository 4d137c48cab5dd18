import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FieldError } from '@lectern/core';
import type { AccessRequestSent, SchoolRole } from '@lectern/identity';
import type { School } from '@lectern/schools';
import { Box, ErrorSummary, Field, FieldSet, London, PageHeader, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { SchoolPicker } from '../schools/school-picker';
import { PeopleApi } from './people-api';
import { SCHOOL_ROLE_CHOICES } from './school-role-choices';

interface Sent extends AccessRequestSent {
  readonly email: string;
}

/** Anybody asks for access to a school; what comes next is a letter, whoever they are. */
@Component({
  selector: 'app-ask-for-access-page',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    London,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    SchoolPicker,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ask-for-access-page.html',
})
export class AskForAccessPage {
  private readonly api = inject(PeopleApi);
  protected readonly sending = new Sending();
  protected readonly sent = signal<Sent | null>(null);
  protected readonly roles = SCHOOL_ROLE_CHOICES;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: '',
    email: '',
    school: new FormControl<School | null>(null),
    role: inject(NonNullableFormBuilder).control<SchoolRole | ''>(''),
    note: '',
  });

  protected async ask(): Promise<void> {
    const { name, email, school, role, note } = this.form.getRawValue();
    const missing: FieldError[] = [];
    const refuse = (field: string, message: string): void =>
      void missing.push({ field, code: 'missing', message });
    if (!name.trim()) refuse('name', 'Enter your full name.');
    if (!email.trim()) refuse('email', 'Enter your work e-mail address, such as a.teacher@school.org.');
    if (!school) refuse('schoolUrn', 'Choose your school from the list.');
    if (!role) refuse('role', 'Choose what you will do.');
    if (!school || !role || missing.length > 0) {
      this.sending.refuse(missing);
      return;
    }
    const sent = await this.sending.send(() =>
      this.api.ask({
        name: name.trim(),
        email: email.trim(),
        schoolUrn: school.urn,
        role,
        ...(note.trim() ? { note: note.trim() } : {}),
      }),
    );
    if (sent) this.sent.set({ ...sent, email: email.trim() });
  }

  protected again(): void {
    this.sent.set(null);
  }
}
