import { Module } from '@nestjs/common';
import { SchoolsModule } from '../schools/schools.module';
import { SESSION_READER } from '../platform/visitors';
import { AccountsRepository } from './accounts.repository';
import { AccountsService } from './accounts.service';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { Passwords } from './passwords';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';

/** Who people are: accounts, sessions, invitations. */
@Module({
  imports: [SchoolsModule],
  controllers: [SessionController, InvitationsController],
  providers: [
    AccountsRepository,
    AccountsService,
    InvitationsService,
    Passwords,
    SessionsService,
    SignInService,
    { provide: SESSION_READER, useExisting: SessionsService },
  ],
  exports: [AccountsService, SESSION_READER],
})
export class IdentityModule {}
