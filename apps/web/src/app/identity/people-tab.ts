import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ROLE_NAMES, ROLES } from '@lectern/identity';
import { EmptyState, ErrorSummary, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { PageByPage } from '../platform/page-by-page';
import { type AccountQuestion, PeopleApi } from './people-api';
import { closedWords, roleWords, schoolWords } from './people-words.rules';

const NOTHING: AccountQuestion = { q: '', role: '', state: '', schoolUrn: '' };

/** Everybody with an account: found by name, address, role and state. */
@Component({
  selector: 'app-people-tab',
  imports: [EmptyState, ErrorSummary, Fetched, MatButton, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="spoken">People</h2>
    @if (schoolUrn()) {
      <div class="callout tone-note">
        <p>This shows only the people of one school. <a routerLink="/people">Show everybody</a></p>
      </div>
    }
    <form class="finder no-print" role="search" (submit)="find($event, text.value)">
      <div>
        <label for="q">Find</label>
        <input
          #text
          id="q"
          class="box"
          type="search"
          placeholder="Name or e-mail address"
          [value]="question().q"
          (change)="narrow({ q: text.value.trim() })"
        />
      </div>
      <div>
        <label for="role">Role</label>
        <select #role id="role" class="box" (change)="narrow({ role: role.value })">
          <option value="">All roles</option>
          @for (option of roles; track option.role) {
            <option [value]="option.role" [selected]="option.role === question().role">
              {{ option.name }}
            </option>
          }
        </select>
      </div>
      <div>
        <label for="state">Show</label>
        <select #state id="state" class="box" (change)="narrow({ state: state.value })">
          <option value="">Accounts in use</option>
          <option value="disabled" [selected]="question().state === 'disabled'">Disabled accounts</option>
        </select>
      </div>
      <button matButton="outlined" type="submit">Find</button>
    </form>
    <app-fetched [of]="people.first" heading="The people could not be shown" />
    <p class="spoken" role="status">{{ news() }}</p>
    @if (people.first.hasValue()) {
      @if (rows().length === 0) {
        <lectern-empty-state
          heading="Nobody fits"
          words="Try part of a name or of an e-mail address, or show all roles."
        />
      } @else {
        <div class="table-frame">
          <table class="table table--cards" role="table">
            <caption class="spoken">
              People with an account
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">Name</th>
                <th scope="col" role="columnheader">E-mail address</th>
                <th scope="col" role="columnheader">Roles</th>
                <th scope="col" role="columnheader">School</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of rows(); track row.account.id) {
                <tr role="row">
                  <th scope="row" role="rowheader">
                    <a [routerLink]="['/people', row.account.id]">{{ row.account.name }}</a>
                    @if (row.account.disabledAt) {
                      <lectern-status-mark class="state" tone="past" words="Disabled" />
                    }
                  </th>
                  <td role="cell" data-label="E-mail address" class="address">{{ row.account.email }}</td>
                  <td role="cell" data-label="Roles">{{ row.roles }}</td>
                  <td role="cell" data-label="School">
                    <span>
                      {{ row.school }}
                      @if (row.closed) {
                        <lectern-status-mark class="state" tone="needs" [words]="row.closed" />
                      }
                    </span>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <lectern-error-summary [errors]="people.errors()" />
        @if (people.hasMore()) {
          <div class="actions">
            <button matButton="outlined" type="button" (click)="people.more()">
              {{ people.busy() ? 'Fetching…' : 'Show more people' }}
            </button>
          </div>
        }
      }
    }
  `,
  styles: `
    .state {
      display: flex;
    }
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class PeopleTab {
  /** From the address: another page led here about one school. */
  readonly schoolUrn = input<string>();
  private readonly api = inject(PeopleApi);
  protected readonly question = linkedSignal<AccountQuestion>(() => ({
    ...NOTHING,
    schoolUrn: this.schoolUrn() ?? '',
  }));
  protected readonly roles = ROLES.map((role) => ({ role, name: ROLE_NAMES[role] }));
  protected readonly people = new PageByPage(
    () => this.question(),
    (question: AccountQuestion, cursor) => this.api.accounts(question, cursor),
  );
  protected readonly rows = computed(() =>
    this.people.items().map((account) => ({
      account,
      roles: roleWords(account.roles),
      school: account.school ? schoolWords(account.school) : '–',
      closed: account.school ? closedWords(account.school) : '',
    })),
  );
  protected readonly news = computed(() => {
    if (!this.people.first.hasValue()) return '';
    const count = this.rows().length;
    return `${count}${this.people.hasMore() ? ' or more' : ''} ${count === 1 ? 'person' : 'people'}`;
  });

  protected narrow(change: Partial<AccountQuestion>): void {
    this.question.update((question) => ({ ...question, ...change }));
  }

  protected find(event: Event, q: string): void {
    event.preventDefault();
    this.narrow({ q: q.trim() });
  }
}
