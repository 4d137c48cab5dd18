import { Module } from '@nestjs/common';
import { CpdAttendanceModule } from './attendance/attendance.module';
import { CpdBookingsModule } from './bookings/bookings.module';
import { CpdOffersModule } from './offers/offers.module';
import { CpdOpenDoorsModule } from './open-doors/open-doors.module';
import { CpdOutcomesModule } from './outcomes/outcomes.module';
import { CpdResourcesModule } from './resources/resources.module';
import { PlanningModule } from './planning/planning.module';

/** Challenging Topics: trainees deliver, teachers learn, schools open their doors. */
@Module({
  imports: [
    PlanningModule,
    CpdOffersModule,
    CpdBookingsModule,
    CpdAttendanceModule,
    CpdOutcomesModule,
    CpdOpenDoorsModule,
    CpdResourcesModule,
  ],
})
export class CpdModule {}
