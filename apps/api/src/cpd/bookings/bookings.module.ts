import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';
import { BookingsReader } from './bookings-reader';

/** Teachers book sessions and series. */
@Module({
  imports: [PlanningModule],
  controllers: [],
  providers: [BookingsReader],
  exports: [BookingsReader],
})
export class CpdBookingsModule {}
