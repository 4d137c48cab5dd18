import { Module } from '@nestjs/common';
import { ConferenceCopiesService } from './conference-copies.service';
import { ConferenceCalendarService } from './conference-calendar.service';
import { ConferenceFeedService } from './conference-feed.service';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencePageHead } from './conference-page-head';
import { ConferencePlacesService } from './conference-places.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesRepository } from './conferences.repository';
import { ConferencesService } from './conferences.service';
import { DoorEventsRepository } from './door-events.repository';
import { DoorEventsService } from './door-events.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeCopies } from './programme-copies';
import { ProgrammeEditor } from './programme-editor';
import { ProgrammeLifecycle } from './programme-lifecycle';
import { ProgrammePartsService } from './programme-parts.service';
import { ProgrammeRepository } from './programme.repository';
import { ProgrammeService } from './programme.service';
import { ProgrammeSessionsService } from './programme-sessions.service';
import { PackContentsService } from './pack-contents.service';
import { TicketKeys } from './ticket-keys';
import { VisitPackController } from './visit-pack.controller';
import { VisitPackService } from './visit-pack.service';
import { VisitPacksRepository } from './visit-packs.repository';

/** Student conferences. */
@Module({
  controllers: [ConferencesController, ProgrammeController, VisitPackController],
  providers: [
    ConferenceCopiesService,
    ConferenceCalendarService,
    ConferenceFeedService,
    ConferenceLifecycle,
    ConferencePageHead,
    ConferencePlacesService,
    ConferencesRepository,
    ConferencesService,
    DoorEventsRepository,
    DoorEventsService,
    ProgrammeCopies,
    ProgrammeEditor,
    ProgrammeLifecycle,
    ProgrammePartsService,
    ProgrammeRepository,
    ProgrammeService,
    ProgrammeSessionsService,
    PackContentsService,
    TicketKeys,
    VisitPackService,
    VisitPacksRepository,
  ],
  exports: [
    ConferenceCalendarService,
    ConferenceFeedService,
    ConferenceLifecycle,
    ConferencePlacesService,
    ConferencesService,
    DoorEventsService,
    PackContentsService,
    ProgrammeLifecycle,
    ProgrammePartsService,
    ProgrammeService,
    ProgrammeSessionsService,
    VisitPackService,
  ],
})
export class ConferencesModule {}
