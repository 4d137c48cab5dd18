import { Module } from '@nestjs/common';
import { SchoolsModule } from '../schools/schools.module';
import { SESSION_READER } from '../platform/visitors';
import { AccessDecisionsService } from './access-decisions.service';
import { AccessRequestsController } from './access-requests.controller';
import { AccessRequestsRepository } from './access-requests.repository';
import { AccessRequestsService } from './access-requests.service';
import { AccountDirectoryService } from './account-directory.service';
import { AccountMovesService } from './account-moves.service';
import { AccountNames } from './account-names';
import { AccountsController } from './accounts.controller';
import { AccountsRepository } from './accounts.repository';
import { AccountsService } from './accounts.service';
import { IdentityPost } from './identity-post';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { ManagedAccountsService } from './managed-accounts.service';
import { Passwords } from './passwords';
import { SchoolPeopleController } from './school-people.controller';
import { SchoolPeopleService } from './school-people.service';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';

/** Who people are: accounts, sessions, invitations, requests for access. */
@Module({
  imports: [SchoolsModule],
  controllers: [
    SessionController,
    InvitationsController,
    AccessRequestsController,
    AccountsController,
    SchoolPeopleController,
  ],
  providers: [
    AccessDecisionsService,
    AccessRequestsRepository,
    AccessRequestsService,
    AccountDirectoryService,
    AccountMovesService,
    AccountNames,
    AccountsRepository,
    AccountsService,
    IdentityPost,
    InvitationsService,
    ManagedAccountsService,
    Passwords,
    SchoolPeopleService,
    SessionsService,
    SignInService,
    { provide: SESSION_READER, useExisting: SessionsService },
  ],
  exports: [AccountDirectoryService, AccountMovesService, AccountsService, SESSION_READER],
})
export class IdentityModule {}
