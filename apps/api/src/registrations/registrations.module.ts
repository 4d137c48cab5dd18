import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeedsRepository } from './calendar-feeds.repository';
import { CalendarFeedsService } from './calendar-feeds.service';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupNeedsService } from './group-needs.service';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupReadinessRepository } from './group-readiness.repository';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { PackAcknowledgementsController } from './pack-acknowledgements.controller';
import { PackAcknowledgementsRepository } from './pack-acknowledgements.repository';
import { PackAcknowledgementsService } from './pack-acknowledgements.service';
import { PackLettersService } from './pack-letters.service';
import { PeopleRepository } from './people.repository';
import { PostersController } from './posters.controller';
import { PostersService } from './posters.service';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterService } from './roster.service';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [
    CalendarFeedsController,
    GroupsController,
    PackAcknowledgementsController,
    PostersController,
    TicketsController,
  ],
  providers: [
    CalendarFeedsRepository,
    CalendarFeedsService,
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
    GroupNeedsService,
    GroupNumbersService,
    GroupPost,
    GroupReadinessRepository,
    GroupsRepository,
    GroupsService,
    PackAcknowledgementsRepository,
    PackAcknowledgementsService,
    PackLettersService,
    PeopleRepository,
    PostersService,
    RosterPreviewsRepository,
    RosterService,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListService,
  ],
  exports: [DoorTicketsService, GroupNumbersService, GroupsService, RosterService],
})
export class RegistrationsModule {}
