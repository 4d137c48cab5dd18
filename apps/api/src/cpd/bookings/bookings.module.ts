import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module';
import { SchoolsModule } from '../../schools/schools.module';
import { CpdOffersModule } from '../offers/offers.module';
import { PlanningModule } from '../planning/planning.module';
import { BookableThings } from './bookable-things';
import { BookedSessionNews } from './booked-session-news';
import { BookingChangesService } from './booking-changes.service';
import { BookingCommitments } from './booking-commitments';
import { BookingEnding } from './booking-ending';
import { BookingJoining } from './booking-joining';
import { BookingLetters } from './booking-letters';
import { BookingOfferAnswers } from './booking-offer-answers';
import { BookingOfferExpiry } from './booking-offer-expiry';
import { BookingOffersController } from './booking-offers.controller';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingOffersService } from './booking-offers.service';
import { BookingPeople } from './booking-people';
import { BookingPlaces } from './booking-places';
import { BookingPromotion } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { BookingReminders } from './booking-reminders';
import { BookingThings } from './booking-things';
import { BookingViewsService } from './booking-views.service';
import { BookingsController } from './bookings.controller';
import { BookingsReader } from './bookings-reader';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';
import { SessionBookingsController } from './session-bookings.controller';
import { SessionCalendars } from './session-calendars';
import { SessionPageHead } from './session-page-head';

/** Teachers book sessions and series. */
@Module({
  imports: [CpdOffersModule, IdentityModule, PlanningModule, SchoolsModule],
  controllers: [BookingOffersController, BookingsController, SessionBookingsController],
  providers: [
    BookableThings,
    BookedSessionNews,
    BookingChangesService,
    BookingCommitments,
    BookingEnding,
    BookingJoining,
    BookingLetters,
    BookingOfferAnswers,
    BookingOfferExpiry,
    BookingOffersRepository,
    BookingOffersService,
    BookingPeople,
    BookingPlaces,
    BookingPromotion,
    BookingQueue,
    BookingReminders,
    BookingThings,
    BookingViewsService,
    BookingsReader,
    BookingsRepository,
    BookingsService,
    SessionCalendars,
    SessionPageHead,
  ],
  exports: [BookingsReader],
})
export class CpdBookingsModule {}
