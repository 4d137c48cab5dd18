import { bookingSteps } from './bookings';
import { checkInTables } from './check-in';
import { conferenceTables } from './conferences';
import { cpdSteps } from './cpd';
import { cpdAttendanceSteps } from './cpd-attendance';
import { deskSteps } from './desk';
import { doorSteps } from './door';
import { identityTables } from './identity';
import { mailSteps } from './mail';
import { missingProcedureSteps } from './missing-procedure';
import { notificationSteps } from './notifications';
import { offersSteps } from './offers';
import { openDoorSteps } from './open-doors';
import { placesSteps } from './places';
import { platformSteps } from './platform';
import { programmeSteps } from './programme';
import { publishSteps } from './publish';
import { registrationTables } from './registrations';
import { resourceSteps } from './resources';
import { schoolsSteps } from './schools';
import { outcomesSteps } from './outcomes';
import { roomSteps } from './rooms';
import { rosterSteps } from './rosters';
import { searchSteps } from './search';
import { tableMigration } from './table';

/** 24 November 2026, 00:00 UTC; each first table is one millisecond later than the one before. */
const FIRST = 1_795_478_400_000;

const firstTables = [...identityTables, ...conferenceTables, ...registrationTables, ...checkInTables];

/**
 * Every migration in order. The first tables are numbered by their place; each later file numbers its own steps with
 * the moment it was begun at, and is added at the end. What ran somewhere is never changed.
 */
export const MIGRATIONS = [
  ...firstTables.map((table, index) => tableMigration(FIRST + index, table)),
  ...platformSteps,
  ...notificationSteps,
  ...schoolsSteps,
  ...placesSteps,
  ...programmeSteps,
  ...publishSteps,
  ...mailSteps,
  ...rosterSteps,
  ...searchSteps,
  ...roomSteps,
  ...deskSteps,
  ...doorSteps,
  ...cpdSteps,
  ...bookingSteps,
  ...offersSteps,
  ...cpdAttendanceSteps,
  ...outcomesSteps,
  ...openDoorSteps,
  ...resourceSteps,
  ...missingProcedureSteps,
];
