import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupSessionsController } from './group-sessions.controller';
import { GroupSessionsRepository } from './group-sessions.repository';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterService } from './roster.service';
import { SessionChoicesService } from './session-choices.service';
import { SessionFactsReader } from './session-facts';
import { SessionKeeper } from './session-keeper';
import { SessionNews } from './session-news';
import { SessionPlacementsService } from './session-placements.service';
import { SessionPlansService } from './session-plans.service';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [GroupSessionsController, GroupsController, TicketsController],
  providers: [
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
    GroupNumbersService,
    GroupPost,
    GroupSessionsRepository,
    GroupsRepository,
    GroupsService,
    PeopleRepository,
    RosterPreviewsRepository,
    RosterService,
    SessionChoicesService,
    SessionFactsReader,
    SessionKeeper,
    SessionNews,
    SessionPlacementsService,
    SessionPlansService,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListService,
  ],
  exports: [
    DoorTicketsService,
    GroupNumbersService,
    GroupsService,
    RosterService,
    SessionChoicesService,
    SessionPlacementsService,
    SessionPlansService,
  ],
})
export class RegistrationsModule {}
