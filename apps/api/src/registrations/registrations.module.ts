import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { ClosedSchoolsController } from './closed-schools.controller';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterService } from './roster.service';
import { SchoolSuccessionService } from './school-succession.service';
import { SuccessionRepository } from './succession.repository';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [ClosedSchoolsController, GroupsController, TicketsController],
  providers: [
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
    GroupNumbersService,
    GroupPost,
    GroupsRepository,
    GroupsService,
    PeopleRepository,
    RosterPreviewsRepository,
    RosterService,
    SchoolSuccessionService,
    SuccessionRepository,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListService,
  ],
  exports: [DoorTicketsService, GroupNumbersService, GroupsService, RosterService],
})
export class RegistrationsModule {}
