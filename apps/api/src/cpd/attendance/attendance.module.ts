import { Module } from '@nestjs/common';
import { CheckInModule } from '../../check-in/check-in.module';
import { ConferencesModule } from '../../conferences/conferences.module';
import { IdentityModule } from '../../identity/identity.module';
import { RegistrationsModule } from '../../registrations/registrations.module';
import { PlanningModule } from '../planning/planning.module';
import { AttendanceReader } from './attendance-reader';
import { CpdAttendanceController } from './attendance.controller';
import { AttendanceRepository } from './attendance.repository';
import { CpdHoursService } from './cpd-hours.service';
import { DoorPeople } from './door-people';
import { SessionAttendanceService } from './session-attendance.service';
import { SessionDoorService } from './session-door.service';

/** Who was there, by the door or by hand. */
@Module({
  imports: [CheckInModule, ConferencesModule, IdentityModule, PlanningModule, RegistrationsModule],
  controllers: [CpdAttendanceController],
  providers: [
    AttendanceReader,
    AttendanceRepository,
    CpdHoursService,
    DoorPeople,
    SessionAttendanceService,
    SessionDoorService,
  ],
  exports: [AttendanceReader, SessionDoorService],
})
export class CpdAttendanceModule {}
