import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { SchoolPerson, SchoolRole } from '@lectern/identity';
import { Box, ErrorSummary, Field, FieldSet, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { AccessRequests } from './access-requests';
import { PeopleApi } from './people-api';
import { closedWords, roleWords } from './people-words.rules';
import { SCHOOL_ROLE_CHOICES } from './school-role-choices';
import { SessionStore } from './session-store';

/** A coordinator's own school: who belongs to it, who asks to, and asking a colleague in. */
@Component({
  selector: 'app-our-school-page',
  imports: [
    AccessRequests,
    Box,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    London,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './our-school-page.html',
  styles: `
    .news:empty {
      margin: 0;
    }
    td button {
      margin-block: -0.5rem;
    }
    .invited {
      overflow-wrap: anywhere;
    }
  `,
})
export class OurSchoolPage {
  private readonly api = inject(PeopleApi);
  private readonly askFirst = inject(AskFirst);
  private readonly session = inject(SessionStore);
  protected readonly sending = new Sending();
  protected readonly ending = new Sending();
  protected readonly news = signal('');
  protected readonly roles = SCHOOL_ROLE_CHOICES;
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: '',
    role: inject(NonNullableFormBuilder).control<SchoolRole | ''>(''),
  });
  private readonly urn = computed(() => this.session.account()?.schoolUrn ?? '');
  protected readonly school = resource({
    params: () => this.urn() || undefined,
    loader: ({ params }) => this.api.peopleOf(params),
  });
  protected readonly shown = computed(() => {
    if (!this.school.hasValue()) return null;
    const { school, people, invitations } = this.school.value();
    const own = this.session.account()?.id;
    return {
      school,
      closed: closedWords(school),
      invitations: invitations.map((open) => ({ ...open, roleName: roleWords([open.role]) })),
      people: people.map((person) => ({
        ...person,
        roleWords: roleWords(person.roles),
        isYou: person.id === own,
      })),
    };
  });

  protected async invite(): Promise<void> {
    const { email, role } = this.form.getRawValue();
    const missing = [
      ...(email.trim()
        ? []
        : [{ field: 'email', code: 'missing', message: 'Enter your colleague’s e-mail address.' }]),
      ...(role ? [] : [{ field: 'role', code: 'missing', message: 'Choose what your colleague will do.' }]),
    ];
    if (!role || missing.length > 0) {
      this.sending.refuse(missing);
      return;
    }
    const made = await this.sending.send(() =>
      this.api.inviteColleague(this.urn(), { email: email.trim(), role }),
    );
    if (!made) return;
    this.form.reset();
    this.news.set(`An invitation is on its way to ${made.email}.`);
    this.school.reload();
  }

  protected async end({ id, name }: SchoolPerson): Promise<void> {
    const sure = await this.askFirst.ask({
      heading: `End ${name}’s access?`,
      words: `${name} no longer sees your school’s groups, lists and tickets, from this moment on. What they did stays. You can invite them again, or the university can give them back their access.`,
      yes: 'End their access',
      no: 'Keep it',
    });
    if (!sure) return;
    const urn = this.urn();
    const done = await this.ending.send(() => this.api.endAccess(urn, id).then(() => true));
    if (!done) return;
    this.news.set(`${name} no longer has access.`);
    this.school.reload();
  }

  protected reload(): void {
    this.school.reload();
  }
}
