import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { PeopleChangesService } from './people-changes.service';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { RosterLock } from './roster-lock.service';
import { RosterPeople } from './roster-people';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterRetention } from './roster-retention';
import { RosterSettingsController } from './roster-settings.controller';
import { RosterSettingsRepository } from './roster-settings.repository';
import { RosterSettingsService } from './roster-settings.service';
import { RosterService } from './roster.service';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [GroupsController, PeopleController, RosterSettingsController, TicketsController],
  providers: [
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
    GroupNumbersService,
    GroupPost,
    GroupsRepository,
    GroupsService,
    PeopleChangesService,
    PeopleRepository,
    RosterLock,
    RosterPeople,
    RosterPreviewsRepository,
    RosterRetention,
    RosterService,
    RosterSettingsRepository,
    RosterSettingsService,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListService,
  ],
  exports: [
    DoorTicketsService,
    GroupNumbersService,
    GroupsService,
    PeopleChangesService,
    RosterService,
    RosterSettingsService,
  ],
})
export class RegistrationsModule {}
