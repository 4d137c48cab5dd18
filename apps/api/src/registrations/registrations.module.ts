import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { AllocationRepository } from './allocation.repository';
import { ClosedSchoolsController } from './closed-schools.controller';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupLetters } from './group-letters';
import { GroupLettersRepository } from './group-letters.repository';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupViews } from './group-views';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { OfferAnswers } from './offer-answers';
import { OfferBook } from './offer-book';
import { OfferExpiry } from './offer-expiry';
import { OffersController } from './offers.controller';
import { OffersRepository } from './offers.repository';
import { OffersService } from './offers.service';
import { NamesReminder } from './names-reminder';
import { PeopleRepository } from './people.repository';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlacesGiver } from './places-giver';
import { PlacesPost } from './places-post';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterService } from './roster.service';
import { StandingsService } from './standings.service';
import { SchoolSuccessionService } from './school-succession.service';
import { SuccessionRepository } from './succession.repository';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListPlace } from './waiting-list-place';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [ClosedSchoolsController, GroupsController, OffersController, TicketsController],
  providers: [
    AllocationRepository,
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
    GroupLetters,
    GroupLettersRepository,
    GroupNumbersService,
    GroupPost,
    GroupViews,
    GroupsRepository,
    GroupsService,
    OfferAnswers,
    OfferBook,
    OfferExpiry,
    OffersRepository,
    OffersService,
    NamesReminder,
    PeopleRepository,
    PlaceRulesRepository,
    PlacesGiver,
    PlacesPost,
    RosterPreviewsRepository,
    RosterService,
    StandingsService,
    SchoolSuccessionService,
    SuccessionRepository,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListPlace,
    WaitingListService,
  ],
  exports: [DoorTicketsService, GroupNumbersService, GroupsService, RosterService],
})
export class RegistrationsModule {}
