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
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Page } from '@lectern/core';
import { type Mail, MAIL_STATUSES, type MailStatus } from '@lectern/notifications';
import { EmptyState, FiveNumbers, London, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { mailMark, mailNumbers, statusName } from './mail-words.rules';
import { MailsApi } from './mails-api';
import { NoServerNotice } from './no-server-notice';

/** What was written to whom, and what became of it; a local mailbox where no mail server is set up. */
@Component({
  selector: 'app-mails-page',
  imports: [
    EmptyState,
    Fetched,
    FiveNumbers,
    London,
    MatButton,
    NoServerNotice,
    PageHeader,
    RouterLink,
    StatusMark,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mails-page.html',
  styleUrl: './mails-page.scss',
})
export class MailsPage {
  private readonly api = inject(MailsApi);
  /** From the address: mails about one thing only, such as a group. */
  readonly about = input<string>();
  protected readonly status = signal<MailStatus | ''>('');
  protected readonly kind = signal('');
  protected readonly find = signal('');
  protected readonly sending = new Sending();
  private readonly filter = computed(() => ({
    status: this.status(),
    kind: this.kind(),
    find: this.find(),
    about: this.about() ?? '',
  }));
  protected readonly summary = resource({ loader: () => this.api.summary() });
  protected readonly kinds = resource({ loader: () => this.api.kinds() });
  protected readonly first = resource({
    params: () => this.filter(),
    loader: ({ params }) => this.api.list(params),
  });
  /** What was fetched after the first page; another question begins anew. */
  private readonly later = linkedSignal<unknown, Page<Mail> | null>({
    source: this.filter,
    computation: () => null,
  });
  protected readonly hasServer = computed(() => !this.summary.hasValue() || this.summary.value().hasServer);
  protected readonly numbers = computed(() =>
    this.summary.hasValue() ? mailNumbers(this.summary.value()) : [],
  );
  protected readonly rows = computed(() => {
    const mails = [
      ...(this.first.hasValue() ? this.first.value().items : []),
      ...(this.later()?.items ?? []),
    ];
    return mails.map((mail) => ({ mail, mark: mailMark(mail, this.hasServer()) }));
  });
  protected readonly next = computed(() => {
    const last = this.later() ?? (this.first.hasValue() ? this.first.value() : null);
    return last?.nextCursor ?? null;
  });
  protected readonly isNarrowed = computed(() => Object.values(this.filter()).some((value) => value !== ''));
  protected readonly statuses = computed(() =>
    MAIL_STATUSES.map((status) => ({ status, name: statusName(status, this.hasServer()) })),
  );

  protected choose(status: string): void {
    this.status.set(MAIL_STATUSES.find((known) => known === status) ?? '');
  }

  protected async more(cursor: string): Promise<void> {
    const filter = this.filter();
    const page = await this.sending.send(() => this.api.list(filter, cursor));
    // Somebody may have asked another question meanwhile.
    if (!page || filter !== this.filter()) return;
    this.later.update((before) => ({ ...page, items: [...(before?.items ?? []), ...page.items] }));
  }
}
