import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { IdentityModule } from '../identity/identity.module';
import { SchoolsModule } from '../schools/schools.module';
import { AllocationPublisher } from './allocation-publisher';
import { AllocationViews } from './allocation-views';
import { AllocationController } from './allocation.controller';
import { AllocationRepository } from './allocation.repository';
import { AllocationService } from './allocation.service';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeedsRepository } from './calendar-feeds.repository';
import { CalendarFeedsService } from './calendar-feeds.service';
import { ClosedSchoolsController } from './closed-schools.controller';
import { DayOnlySeal } from './day-only';
import { DoorChanges } from './door-changes.service';
import { DoorPlacementsService } from './door-placements.service';
import { DoorSwapsService } from './door-swaps.service';
import { DoorTicketsService } from './door-tickets.service';
import { EventTicketsService } from './event-tickets.service';
import { GroupChangesService } from './group-changes.service';
import { GroupLetters } from './group-letters';
import { GroupLettersRepository } from './group-letters.repository';
import { GroupNeedsService } from './group-needs.service';
import { GroupNumbersService } from './group-numbers.service';
import { GroupPost } from './group-post';
import { GroupReadinessRepository } from './group-readiness.repository';
import { GroupSessionsController } from './group-sessions.controller';
import { GroupSessionsRepository } from './group-sessions.repository';
import { GroupViews } from './group-views';
import { GroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import { NamesReminder } from './names-reminder';
import { OfferAnswers } from './offer-answers';
import { OfferBook } from './offer-book';
import { OfferExpiry } from './offer-expiry';
import { OffersController } from './offers.controller';
import { OffersRepository } from './offers.repository';
import { OffersService } from './offers.service';
import { PackAcknowledgementsController } from './pack-acknowledgements.controller';
import { PackAcknowledgementsRepository } from './pack-acknowledgements.repository';
import { PackAcknowledgementsService } from './pack-acknowledgements.service';
import { PackLettersService } from './pack-letters.service';
import { PeopleChangesService } from './people-changes.service';
import { PeopleLifecycle } from './people-lifecycle';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { PersonSwaps } from './person-swaps';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlaceRulesService } from './place-rules.service';
import { PlacesGiver } from './places-giver';
import { PlacesPost } from './places-post';
import { PostersController } from './posters.controller';
import { PostersService } from './posters.service';
import { RollTicketsService } from './roll-tickets.service';
import { RosterLock } from './roster-lock.service';
import { RosterPeople } from './roster-people';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterRetention } from './roster-retention';
import { RosterSettingsController } from './roster-settings.controller';
import { RosterSettingsRepository } from './roster-settings.repository';
import { RosterSettingsService } from './roster-settings.service';
import { RosterService } from './roster.service';
import { SchoolFactsRepository } from './school-facts.repository';
import { SchoolFactsService } from './school-facts.service';
import { SchoolSuccessionService } from './school-succession.service';
import { SessionChoicesService } from './session-choices.service';
import { SessionFactsReader } from './session-facts';
import { SessionKeeper } from './session-keeper';
import { SessionNews } from './session-news';
import { SessionPlacementsService } from './session-placements.service';
import { SessionPlansService } from './session-plans.service';
import { StandingsService } from './standings.service';
import { SuccessionRepository } from './succession.repository';
import { TicketPrinting } from './ticket-printing.service';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';
import { WaitingListPlace } from './waiting-list-place';
import { WaitingListService } from './waiting-list.service';
import { WalkInsController } from './walk-ins.controller';
import { WalkInsService } from './walk-ins.service';

/** School groups, rosters and tickets. */
@Module({
  imports: [ConferencesModule, IdentityModule, SchoolsModule],
  controllers: [
    AllocationController,
    CalendarFeedsController,
    ClosedSchoolsController,
    GroupSessionsController,
    GroupsController,
    OffersController,
    PackAcknowledgementsController,
    PeopleController,
    PostersController,
    RosterSettingsController,
    TicketsController,
    WalkInsController,
  ],
  providers: [
    AllocationPublisher,
    AllocationRepository,
    AllocationService,
    AllocationViews,
    CalendarFeedsRepository,
    CalendarFeedsService,
    DayOnlySeal,
    DoorChanges,
    DoorPlacementsService,
    DoorSwapsService,
    DoorTicketsService,
    EventTicketsService,
    GroupChangesService,
    GroupLetters,
    GroupLettersRepository,
    GroupNeedsService,
    GroupNumbersService,
    GroupPost,
    GroupReadinessRepository,
    GroupSessionsRepository,
    GroupViews,
    GroupsRepository,
    GroupsService,
    NamesReminder,
    OfferAnswers,
    OfferBook,
    OfferExpiry,
    OffersRepository,
    OffersService,
    PackAcknowledgementsRepository,
    PackAcknowledgementsService,
    PackLettersService,
    PeopleChangesService,
    PeopleLifecycle,
    PeopleRepository,
    PersonSwaps,
    PlaceRulesRepository,
    PlaceRulesService,
    PlacesGiver,
    PlacesPost,
    PostersService,
    RollTicketsService,
    RosterLock,
    RosterPeople,
    RosterPreviewsRepository,
    RosterRetention,
    RosterService,
    RosterSettingsRepository,
    RosterSettingsService,
    SchoolFactsRepository,
    SchoolFactsService,
    SchoolSuccessionService,
    SessionChoicesService,
    SessionFactsReader,
    SessionKeeper,
    SessionNews,
    SessionPlacementsService,
    SessionPlansService,
    StandingsService,
    SuccessionRepository,
    TicketPrinting,
    TicketsRepository,
    TicketsService,
    WaitingListPlace,
    WaitingListService,
    WalkInsService,
  ],
  exports: [
    AllocationService,
    DoorChanges,
    DoorPlacementsService,
    DoorSwapsService,
    DoorTicketsService,
    EventTicketsService,
    GroupNumbersService,
    GroupsService,
    PeopleChangesService,
    PeopleLifecycle,
    PlaceRulesService,
    RollTicketsService,
    RosterService,
    RosterSettingsService,
    SchoolFactsService,
    SessionChoicesService,
    SessionPlacementsService,
    SessionPlansService,
    TicketPrinting,
    WalkInsService,
  ],
})
export class RegistrationsModule {}
