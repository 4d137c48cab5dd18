import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import {
  type Mail,
  MAIL_KINDS_PATH,
  MAIL_SUMMARY_PATH,
  type MailKind,
  type MailKindPreview,
  type MailLetter,
  MAILS_PATH,
  type MailStatus,
  type MailSummary,
} from '@lectern/notifications';
import { Api } from '../platform/api';

/** Which mails a list shows; an empty text narrows nothing. */
export interface MailFilter {
  readonly status: MailStatus | '';
  readonly kind: string;
  readonly find: string;
  readonly about: string;
}

const pathOf = (id: string): string => `${MAILS_PATH}/${encodeURIComponent(id)}`;
const kindPathOf = (kind: string): string => `${MAIL_KINDS_PATH}/${encodeURIComponent(kind)}`;

/** Mails, letters and the post over HTTP. */
@Injectable({ providedIn: 'root' })
export class MailsApi {
  private readonly api = inject(Api);

  summary(): Promise<MailSummary> {
    return this.api.get(MAIL_SUMMARY_PATH);
  }

  /** Latest first. */
  list(filter: MailFilter, cursor = ''): Promise<Page<Mail>> {
    const asked = Object.entries({ ...filter, cursor }).filter(([, value]) => value !== '');
    return this.api.get(MAILS_PATH, Object.fromEntries(asked));
  }

  see(id: string): Promise<Mail> {
    return this.api.get(pathOf(id));
  }

  /** What it says; the server writes down that it was read. */
  letter(id: string): Promise<MailLetter> {
    return this.api.get(`${pathOf(id)}/letter`);
  }

  sendAgain(id: string): Promise<Mail> {
    return this.api.post(`${pathOf(id)}/retries`, {});
  }

  async kinds(): Promise<readonly MailKind[]> {
    return (await this.api.get<Page<MailKind>>(MAIL_KINDS_PATH)).items;
  }

  preview(kind: string): Promise<MailKindPreview> {
    return this.api.get(kindPathOf(kind));
  }

  pageAddress(id: string): string {
    return `/api/${pathOf(id)}/letter.html`;
  }

  calendarAddress(id: string): string {
    return `/api/${pathOf(id)}/calendar.ics`;
  }

  previewAddress(kind: string): string {
    return `/api/${kindPathOf(kind)}/letter.html`;
  }
}
