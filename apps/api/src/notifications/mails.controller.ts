import type { Page } from '@lectern/core';
import {
  type Mail,
  MAIL_KINDS_PATH,
  MAIL_SUMMARY_PATH,
  type MailKind,
  type MailKindPreview,
  type MailLetter,
  MAILS_PATH,
  type MailSummary,
} from '@lectern/notifications';
import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { AnswersLetter } from './letter-headers';
import { LetterPreviews } from './letter-previews';
import { MailsService } from './mails.service';

/** Mails and letters for staff: the list, what each says, another try, and every kind with its example. */
@Controller()
export class MailsController {
  constructor(
    private readonly mails: MailsService,
    private readonly previews: LetterPreviews,
  ) {}

  @RequirePermission('mail.see')
  @Get(MAIL_SUMMARY_PATH)
  @Answers(200, 'MailSummary')
  summary(): Promise<MailSummary> {
    return this.mails.summary();
  }

  @RequirePermission('mail.see')
  @Get(MAILS_PATH)
  @Answers(200, 'Page<Mail>')
  list(
    @Query('status') status?: string,
    @Query('kind') kind?: string,
    @Query('about') about?: string,
    @Query('find') find?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page<Mail>> {
    return this.mails.list({ status, kind, about, find, limit: limitOf(limit), cursor });
  }

  @RequirePermission('mail.see')
  @Get(`${MAILS_PATH}/:id`)
  @Answers(200, 'Mail')
  see(@Param('id') id: string): Promise<Mail> {
    return this.mails.see(id);
  }

  @RequirePermission('mail.see')
  @Get(`${MAILS_PATH}/:id/letter`)
  @Header('cache-control', 'no-store')
  @Answers(200, 'MailLetter')
  letter(@Param('id') id: string): Promise<MailLetter> {
    return this.mails.letter(id);
  }

  @RequirePermission('mail.see')
  @Get(`${MAILS_PATH}/:id/letter.html`)
  @AnswersLetter()
  page(@Param('id') id: string): Promise<string> {
    return this.mails.page(id);
  }

  @RequirePermission('mail.see')
  @Get(`${MAILS_PATH}/:id/calendar.ics`)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="conference.ics"')
  @AnswersFile('text/calendar')
  calendar(@Param('id') id: string): Promise<string> {
    return this.mails.calendar(id);
  }

  @RequirePermission('mail.send-again')
  @Post(`${MAILS_PATH}/:id/retries`)
  @HttpCode(200)
  @Answers(200, 'Mail')
  sendAgain(@Param('id') id: string): Promise<Mail> {
    return this.mails.sendAgain(id);
  }

  @RequirePermission('mail.see')
  @Get(MAIL_KINDS_PATH)
  @Answers(200, 'Page<MailKind>')
  kinds(): Page<MailKind> {
    return { items: this.previews.list(), nextCursor: null };
  }

  @RequirePermission('mail.see')
  @Get(`${MAIL_KINDS_PATH}/:kind`)
  @Answers(200, 'MailKindPreview')
  preview(@Param('kind') kind: string): MailKindPreview {
    return this.previews.see(kind);
  }

  @RequirePermission('mail.see')
  @Get(`${MAIL_KINDS_PATH}/:kind/letter.html`)
  @AnswersLetter()
  previewPage(@Param('kind') kind: string): string {
    return this.previews.page(kind);
  }
}
