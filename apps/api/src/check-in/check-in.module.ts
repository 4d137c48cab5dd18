import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module';
import { DEVICE_READER } from '../platform/visitors';
import { RegistrationsModule } from '../registrations/registrations.module';
import { AdmissionFeed } from './admission-feed';
import { AdmissionKeeper } from './admission-keeper';
import { AdmissionsRepository } from './admissions.repository';
import { AnnulmentsService } from './annulments.service';
import { AttendanceBoard } from './attendance-board';
import { AttendanceRepository } from './attendance.repository';
import { CheckpointsService } from './checkpoints.service';
import { CodeReader } from './code-reader';
import { ConferenceSummaryService } from './conference-summary.service';
import { ConflictsController } from './conflicts.controller';
import { ConflictsRepository } from './conflicts.repository';
import { ConflictsService } from './conflicts.service';
import { DayEndService } from './day-end.service';
import { DeskDevice } from './desk-device';
import { DevicesService } from './devices.service';
import { DoorContactService } from './door-contact.service';
import { DoorFacts } from './door-facts';
import { DoorSessions } from './door-sessions.service';
import { DoorBadgesController } from './door-badges.controller';
import { DoorRecordService } from './door-record.service';
import { DoorPeopleController } from './door-people.controller';
import { DoorPeopleService } from './door-people.service';
import { PeopleInside } from './people-inside';
import { DoorActsController } from './door-acts.controller';
import { DoorController } from './door.controller';
import { DoorSyncController } from './door-sync.controller';
import { MissingProcedureController } from './missing-procedure.controller';
import { MissingProcedureRepository } from './missing-procedure.repository';
import { MissingProcedureService } from './missing-procedure.service';
import { MissingPupilsController } from './missing-pupils.controller';
import { MissingPupilsRepository } from './missing-pupils.repository';
import { MissingPupilsService } from './missing-pupils.service';
import { RefusedScansController } from './refused-scans.controller';
import { RefusedScansRepository } from './refused-scans.repository';
import { RefusedScansService } from './refused-scans.service';
import { PartyArrivalsService } from './party-arrivals.service';
import { RollController } from './roll.controller';
import { RollRepository } from './roll.repository';
import { RollService } from './roll.service';
import { RosterSyncService } from './roster-sync.service';
import { ScanFactsReader } from './scan-facts';
import { ScanJudge } from './scan-judge';
import { ScansRepository } from './scans.repository';
import { ScansService } from './scans.service';
import { SessionCheckpoints } from './session-checkpoints';
import { StaffCheckInController } from './staff-check-in.controller';

/** The door: checkpoints, phones, scans and who is inside. */
@Module({
  imports: [ConferencesModule, RegistrationsModule],
  controllers: [
    DoorBadgesController,
    ConflictsController,
    DoorActsController,
    DoorController,
    DoorPeopleController,
    DoorSyncController,
    MissingProcedureController,
    MissingPupilsController,
    RefusedScansController,
    RollController,
    StaffCheckInController,
  ],
  providers: [
    AdmissionFeed,
    AdmissionKeeper,
    AdmissionsRepository,
    AnnulmentsService,
    AttendanceBoard,
    AttendanceRepository,
    CheckpointsService,
    CodeReader,
    ConferenceSummaryService,
    ConflictsRepository,
    ConflictsService,
    DayEndService,
    DeskDevice,
    DevicesService,
    DoorContactService,
    DoorFacts,
    DoorPeopleService,
    DoorRecordService,
    DoorSessions,
    MissingProcedureRepository,
    MissingProcedureService,
    MissingPupilsRepository,
    MissingPupilsService,
    PartyArrivalsService,
    PeopleInside,
    RefusedScansRepository,
    RefusedScansService,
    RollRepository,
    RollService,
    RosterSyncService,
    ScanFactsReader,
    ScanJudge,
    ScansRepository,
    ScansService,
    SessionCheckpoints,
    { provide: DEVICE_READER, useExisting: DevicesService },
  ],
  exports: [
    AttendanceBoard,
    CheckpointsService,
    DevicesService,
    DoorRecordService,
    ScansService,
    DEVICE_READER,
  ],
})
export class CheckInModule {}
