import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { DEVICE_READER } from '../platform/visitors';
import { RegistrationsModule } from '../registrations/registrations.module';
import { AttendanceBoard } from './attendance-board';
import { AttendanceRepository } from './attendance.repository';
import { CheckpointsService } from './checkpoints.service';
import { CodeReader } from './code-reader';
import { ConferenceSummaryService } from './conference-summary.service';
import { DevicesService } from './devices.service';
import { DoorFacts } from './door-facts';
import { DoorController } from './door.controller';
import { RollController } from './roll.controller';
import { RollRepository } from './roll.repository';
import { RollService } from './roll.service';
import { RosterSyncService } from './roster-sync.service';
import { ScanJudge } from './scan-judge';
import { ScansRepository } from './scans.repository';
import { ScansService } from './scans.service';
import { SessionCheckpoints } from './session-checkpoints';
import { SessionDoors } from './session-doors';
import { StaffCheckInController } from './staff-check-in.controller';

/** The door: checkpoints, phones, scans and who is inside. */
@Module({
  imports: [ConferencesModule, RegistrationsModule],
  controllers: [DoorController, RollController, StaffCheckInController],
  providers: [
    AttendanceBoard,
    AttendanceRepository,
    CheckpointsService,
    CodeReader,
    ConferenceSummaryService,
    DevicesService,
    DoorFacts,
    RollRepository,
    RollService,
    RosterSyncService,
    ScanJudge,
    ScansRepository,
    ScansService,
    SessionCheckpoints,
    SessionDoors,
    { provide: DEVICE_READER, useExisting: DevicesService },
  ],
  exports: [AttendanceBoard, CheckpointsService, DevicesService, ScansService, DEVICE_READER],
})
export class CheckInModule {}
