import { columnMigration, maybe, moment, whole } from './table';

/** 24 November 2026, 21:00 UTC. */
const BEGUN = 1_795_554_000_000;

export const mailSteps = [
  // Calendars take an update only when its number is higher than the one they have.
  columnMigration(BEGUN, 'conferences', whole('calendar_sequence', { default: 0 })),
  columnMigration(BEGUN + 1, 'visit_groups', moment('names_reminded_at', maybe)),
];
