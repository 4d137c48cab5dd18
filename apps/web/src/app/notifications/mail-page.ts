import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { MailLetter } from '@lectern/notifications';
import { London, PageHeader, TakeFocus } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { LetterView } from './letter-view';
import { mailMark, whatFollows } from './mail-words.rules';
import { MailsApi } from './mails-api';

/** One mail: to whom, what became of it, another try when it failed, and what it says for those who ask. */
@Component({
  selector: 'app-mail-page',
  imports: [Fetched, LetterView, London, MatButton, PageHeader, RouterLink, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mail-page.html',
})
export class MailPage {
  readonly id = input.required<string>();
  private readonly api = inject(MailsApi);
  protected readonly mail = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly summary = resource({ loader: () => this.api.summary() });
  protected readonly sending = new Sending();
  protected readonly reading = new Sending();
  protected readonly letter = signal<MailLetter | null>(null);
  protected readonly news = signal('');
  protected readonly pageAddress = computed(() => this.api.pageAddress(this.id()));
  protected readonly calendarAddress = computed(() => this.api.calendarAddress(this.id()));
  protected readonly shown = computed(() => {
    if (!this.mail.hasValue()) return null;
    const mail = this.mail.value();
    const hasServer = !this.summary.hasValue() || this.summary.value().hasServer;
    return { mail, mark: mailMark(mail, hasServer), follows: whatFollows(mail, hasServer) };
  });

  /** Asked for, not shown by itself: reading somebody's letter is written down. */
  protected async read(): Promise<void> {
    const letter = await this.reading.send(() => this.api.letter(this.id()));
    if (letter) this.letter.set(letter);
  }

  protected async sendAgain(): Promise<void> {
    const mail = await this.sending.send(() => this.api.sendAgain(this.id()));
    if (!mail) return;
    this.mail.set(mail);
    this.news.set('It is in the queue again.');
  }
}
