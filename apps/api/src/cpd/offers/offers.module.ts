import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module';
import { PlanningModule } from '../planning/planning.module';
import { CommitmentsRepository } from './commitments.repository';
import { CommitmentsService } from './commitments.service';
import { MentorDigest } from './mentor-digest';
import { OfferMakingController } from './offer-making.controller';
import { OfferMakingService } from './offer-making.service';
import { OfferNews } from './offer-news';
import { OfferPost } from './offer-post';
import { OfferStepsService } from './offer-steps.service';
import { OfferViews } from './offer-views';
import { OfferedSessions } from './offered-sessions';
import { PlacementDaysController } from './placement-days.controller';
import { PlacementDaysRepository } from './placement-days.repository';
import { PlacementDaysService } from './placement-days.service';
import { PresenterOffersController } from './presenter-offers.controller';
import { PresenterOffersRepository } from './presenter-offers.repository';
import { PresenterOffersService } from './presenter-offers.service';
import { PresentersWantedService } from './presenters-wanted.service';
import { StandbyPromotion } from './standby-promotion';
import { SuitabilityController } from './suitability.controller';
import { SuitabilityRepository } from './suitability.repository';
import { SuitabilityService } from './suitability.service';

/** Trainees offer, mentors decide. */
@Module({
  imports: [PlanningModule, IdentityModule],
  controllers: [
    OfferMakingController,
    PlacementDaysController,
    PresenterOffersController,
    SuitabilityController,
  ],
  providers: [
    CommitmentsRepository,
    CommitmentsService,
    MentorDigest,
    OfferMakingService,
    OfferNews,
    OfferPost,
    OfferStepsService,
    OfferViews,
    OfferedSessions,
    PlacementDaysRepository,
    PlacementDaysService,
    PresenterOffersRepository,
    PresenterOffersService,
    PresentersWantedService,
    StandbyPromotion,
    SuitabilityRepository,
    SuitabilityService,
  ],
  exports: [CommitmentsService, PresenterOffersService, SuitabilityService],
})
export class CpdOffersModule {}
