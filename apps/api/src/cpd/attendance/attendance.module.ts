import { Module } from '@nestjs/common';
import { CheckInModule } from '../../check-in/check-in.module';
import { ConferencesModule } from '../../conferences/conferences.module';
import { IdentityModule } from '../../identity/identity.module';
import { RegistrationsModule } from '../../registrations/registrations.module';
import { CpdOffersModule } from '../offers/offers.module';
import { PlanningModule } from '../planning/planning.module';
import { AttendanceReader } from './attendance-reader';
import { CpdAttendanceController } from './attendance.controller';
import { AttendanceRepository } from './attendance.repository';
import { AttendanceSettlement } from './attendance-settlement';
import { CpdHoursService } from './cpd-hours.service';
import { DoorPeople } from './door-people';
import { SessionAttendanceService } from './session-attendance.service';
import { SessionDoorService } from './session-door.service';

/** Who was there, by the door or by hand. */
@Module({
  imports: [
    CheckInModule,
    ConferencesModule,
    CpdOffersModule,
    IdentityModule,
    PlanningModule,
    RegistrationsModule,
  ],
  controllers: [CpdAttendanceController],
  providers: [
    AttendanceReader,
    AttendanceRepository,
    AttendanceSettlement,
    CpdHoursService,
    DoorPeople,
    SessionAttendanceService,
    SessionDoorService,
  ],
  exports: [AttendanceReader, SessionDoorService],
})
export class CpdAttendanceModule {}
