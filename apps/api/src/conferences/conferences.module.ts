import { Module } from '@nestjs/common';
import { ConferenceCopiesService } from './conference-copies.service';
import { ConferenceCalendarService } from './conference-calendar.service';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencePlacesService } from './conference-places.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesRepository } from './conferences.repository';
import { ConferencesService } from './conferences.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeEditor } from './programme-editor';
import { ProgrammeLifecycle } from './programme-lifecycle';
import { ProgrammePartsService } from './programme-parts.service';
import { ProgrammeRepository } from './programme.repository';
import { ProgrammeService } from './programme.service';
import { ProgrammeSessionsService } from './programme-sessions.service';
import { TicketKeys } from './ticket-keys';

/** Student conferences. */
@Module({
  controllers: [ConferencesController, ProgrammeController],
  providers: [
    ConferenceCopiesService,
    ConferenceCalendarService,
    ConferenceLifecycle,
    ConferencePlacesService,
    ConferencesRepository,
    ConferencesService,
    ProgrammeEditor,
    ProgrammeLifecycle,
    ProgrammePartsService,
    ProgrammeRepository,
    ProgrammeService,
    ProgrammeSessionsService,
    TicketKeys,
  ],
  exports: [
    ConferenceCalendarService,
    ConferenceLifecycle,
    ConferencePlacesService,
    ConferencesService,
    ProgrammeLifecycle,
    ProgrammePartsService,
    ProgrammeService,
    ProgrammeSessionsService,
  ],
})
export class ConferencesModule {}
