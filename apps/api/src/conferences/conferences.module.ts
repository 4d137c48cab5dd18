import { Module } from '@nestjs/common';
import { ConferenceCalendarService } from './conference-calendar.service';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencePlacesService } from './conference-places.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesRepository } from './conferences.repository';
import { ConferencesService } from './conferences.service';
import { TicketKeys } from './ticket-keys';

/** Student conferences. */
@Module({
  controllers: [ConferencesController],
  providers: [
    ConferenceCalendarService,
    ConferenceLifecycle,
    ConferencePlacesService,
    ConferencesRepository,
    ConferencesService,
    TicketKeys,
  ],
  exports: [ConferenceCalendarService, ConferenceLifecycle, ConferencePlacesService, ConferencesService],
})
export class ConferencesModule {}
