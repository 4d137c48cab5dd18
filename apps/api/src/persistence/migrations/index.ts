import { checkInTables } from './check-in';
import { conferenceTables } from './conferences';
import { identityTables } from './identity';
import { registrationTables } from './registrations';
import { tableMigration } from './table';

/** 24 November 2026, 00:00 UTC; each first table is one millisecond later than the one before. */
const FIRST = 1_795_478_400_000;

const tables = [...identityTables, ...conferenceTables, ...registrationTables, ...checkInTables];

/** Every migration in order; new ones are added at the end and those that ran are never changed. */
export const MIGRATIONS = tables.map((table, index) => tableMigration(FIRST + index, table));
