import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { AllocationPublisher } from './allocation-publisher';
import { AllocationViews } from './allocation-views';
import { AllocationController } from './allocation.controller';
import { AllocationRepository } from './allocation.repository';
import { AllocationService } from './allocation.service';
import { DayOnlySeal } from './day-only';
import { DoorTicketsService } from './door-tickets.service';
import { GroupChangesService } from './group-changes.service';
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
import { PeopleRepository } from './people.repository';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlaceRulesService } from './place-rules.service';
import { PlacesGiver } from './places-giver';
import { PlacesPost } from './places-post';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterService } from './roster.service';
import { SchoolFactsRepository } from './school-facts.repository';
import { SchoolFactsService } from './school-facts.service';
import { StandingsService } from './standings.service';
import { TicketPrinting } from './ticket-printing';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListPlace } from './waiting-list-place';
import { WaitingListService } from './waiting-list.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [AllocationController, GroupsController, OffersController, TicketsController],
  providers: [
    AllocationPublisher,
    AllocationRepository,
    AllocationService,
    AllocationViews,
    DayOnlySeal,
    DoorTicketsService,
    GroupChangesService,
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
    PeopleRepository,
    PlaceRulesRepository,
    PlaceRulesService,
    PlacesGiver,
    PlacesPost,
    RosterPreviewsRepository,
    RosterService,
    SchoolFactsRepository,
    SchoolFactsService,
    StandingsService,
    TicketsRepository,
    TicketPrinting,
    TicketsService,
    WaitingListPlace,
    WaitingListService,
  ],
  exports: [
    AllocationService,
    DoorTicketsService,
    GroupNumbersService,
    GroupsService,
    PlaceRulesService,
    RosterService,
    SchoolFactsService,
  ],
})
export class RegistrationsModule {}
