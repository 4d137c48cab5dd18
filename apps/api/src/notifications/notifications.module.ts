import { Global, Module } from '@nestjs/common';
import { LetterKinds } from './letter-kinds';
import { Outbox } from './outbox';

/** The post. It knows no area; every area may leave letters with it. */
@Global()
@Module({ providers: [LetterKinds, Outbox], exports: [LetterKinds, Outbox] })
export class NotificationsModule {}
