import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { INVITABLE_ROLES, type ManagedAccount, type Role, ROLE_NAMES, SCHOOL_ROLES } from '@lectern/identity';
import type { School } from '@lectern/schools';
import { ErrorSummary, FieldSet, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { SchoolPicker } from '../schools/school-picker';
import { PeopleApi } from './people-api';
import { closedWords, roleWords, schoolWords } from './people-words.rules';
import { SessionStore } from './session-store';

/** One account: who it is, what they may do, at which school, and whether they may sign in. */
@Component({
  selector: 'app-account-page',
  imports: [
    ErrorSummary,
    Fetched,
    FieldSet,
    London,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    SchoolPicker,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-page.html',
})
export class AccountPage {
  readonly id = input.required<string>();
  private readonly api = inject(PeopleApi);
  private readonly askFirst = inject(AskFirst);
  protected readonly session = inject(SessionStore);
  protected readonly sending = new Sending();
  protected readonly news = signal('');
  protected readonly school = new FormControl<School | null>(null);
  protected readonly account = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.account(params),
  });
  private readonly current = computed(() => (this.account.hasValue() ? this.account.value() : null));
  protected readonly roles = linkedSignal<readonly Role[]>(() => this.current()?.roles ?? []);
  protected readonly needsSchool = computed(() =>
    this.roles().some((role) => SCHOOL_ROLES.some((ofSchool) => ofSchool === role)),
  );
  protected readonly shown = computed(() => {
    const account = this.current();
    if (!account) return null;
    return {
      account,
      roles: roleWords(account.roles),
      school: account.school ? schoolWords(account.school) : 'None',
      closed: account.school ? closedWords(account.school) : '',
      isOwn: account.id === this.session.account()?.id,
      state: account.disabledAt ? ({ tone: 'past', words: 'Disabled' } as const) : null,
    };
  });
  /** The roles that whoever is signed in may give or take. */
  protected readonly choices = computed(() => {
    const isAdmin = this.session.account()?.roles.includes('admin') ?? false;
    return INVITABLE_ROLES.filter((role) => isAdmin || role !== 'staff').map((role) => ({
      role,
      name: ROLE_NAMES[role],
      chosen: this.roles().includes(role),
    }));
  });

  protected choose(role: Role, chosen: boolean): void {
    this.roles.update((roles) => (chosen ? [...roles, role] : roles.filter((other) => other !== role)));
  }

  protected async save(account: ManagedAccount): Promise<void> {
    const school = this.needsSchool() ? this.school.value : null;
    const roles = this.roles();
    const same = roles.length === account.roles.length && roles.every((role) => account.roles.includes(role));
    if (roles.length === 0) {
      this.sending.refuse([
        { field: 'roles', code: 'missing', message: 'Choose at least one role, or disable the account.' },
      ]);
      return;
    }
    if (this.needsSchool() && !account.school && !school) {
      this.sending.refuse([
        { field: 'schoolUrn', code: 'missing', message: 'Choose the school from the list.' },
      ]);
      return;
    }
    if (same && !school) {
      this.news.set('Nothing was changed.');
      return;
    }
    await this.take(
      () =>
        this.api.change(account.id, {
          ...(same ? {} : { roles: [...roles] }),
          ...(school ? { schoolUrn: school.urn } : {}),
        }),
      school ? `${account.name} belongs to ${school.name} now, and gets a letter.` : 'The roles are changed.',
    );
  }

  protected async disable(account: ManagedAccount): Promise<void> {
    const sure = await this.askFirst.ask({
      heading: `Disable ${account.name}’s account?`,
      words: `${account.name} is signed out at once and cannot sign in again until you enable the account. What they did stays.`,
      yes: 'Disable the account',
      no: 'Keep it',
    });
    if (sure) await this.take(() => this.api.disable(account.id), 'The account is disabled.');
  }

  protected async enable(account: ManagedAccount): Promise<void> {
    await this.take(() => this.api.enable(account.id), `${account.name} can sign in again.`);
  }

  private async take(call: () => Promise<ManagedAccount>, news: string): Promise<void> {
    this.news.set('');
    const account = await this.sending.send(call);
    if (!account) return;
    this.account.set(account);
    this.school.reset();
    this.news.set(news);
  }
}
