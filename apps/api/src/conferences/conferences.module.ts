import { Module } from '@nestjs/common';
import { ConferenceCopiesService } from './conference-copies.service';
import { ConferenceFeedService } from './conference-feed.service';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencePageHead } from './conference-page-head';
import { ConferencePlacesService } from './conference-places.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesRepository } from './conferences.repository';
import { ConferencesService } from './conferences.service';
import { PackContentsService } from './pack-contents.service';
import { TicketKeys } from './ticket-keys';
import { VisitPackController } from './visit-pack.controller';
import { VisitPackService } from './visit-pack.service';
import { VisitPacksRepository } from './visit-packs.repository';

/** Student conferences. */
@Module({
  controllers: [ConferencesController, VisitPackController],
  providers: [
    ConferenceCopiesService,
    ConferenceFeedService,
    ConferenceLifecycle,
    ConferencePageHead,
    ConferencePlacesService,
    ConferencesRepository,
    ConferencesService,
    PackContentsService,
    TicketKeys,
    VisitPackService,
    VisitPacksRepository,
  ],
  exports: [
    ConferenceFeedService,
    ConferenceLifecycle,
    ConferencePlacesService,
    ConferencesService,
    PackContentsService,
    VisitPackService,
  ],
})
export class ConferencesModule {}
