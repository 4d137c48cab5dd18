import { Global, Module } from '@nestjs/common';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { LetterKinds } from './letter-kinds';
import { LetterOpener } from './letter-opener';
import { LetterPreviews } from './letter-previews';
import { MailFigures } from './mail-figures';
import { MailRetention } from './mail-retention';
import { MailRound } from './mail-round';
import { MailsController } from './mails.controller';
import { MailsRepository } from './mails.repository';
import { MailsService } from './mails.service';
import { Outbox } from './outbox';
import { Postman } from './postman';

/** The post. It knows no area; every area may leave letters with it. */
@Global()
@Module({
  controllers: [MailsController],
  providers: [
    LetterKinds,
    LetterOpener,
    LetterPreviews,
    MailFigures,
    MailRetention,
    MailRound,
    MailsRepository,
    MailsService,
    Outbox,
    { provide: Postman, useFactory: (config: Config) => new Postman(config.mail), inject: [CONFIG] },
  ],
  exports: [LetterKinds, Outbox],
})
export class NotificationsModule {}
