import { Module } from '@nestjs/common';
import { CheckInModule } from '../../check-in/check-in.module';
import { PlanningModule } from '../planning/planning.module';
import { AttendanceReader } from './attendance-reader';
import { AttendanceRepository } from './attendance.repository';
import { DoorPeople } from './door-people';

/** Who was there, by the door or by hand. */
@Module({
  imports: [CheckInModule, PlanningModule],
  controllers: [],
  providers: [AttendanceReader, AttendanceRepository, DoorPeople],
  exports: [AttendanceReader],
})
export class CpdAttendanceModule {}
