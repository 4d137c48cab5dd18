import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  columnMigration,
  exact,
  flag,
  id,
  indexMigration,
  maybe,
  moment,
  tableMigration,
  whole,
  words,
} from './table';

/** 25 November 2026, 00:03 UTC. */
const BEGUN = 1_795_565_000_000;

/** A migration that fills a new column from what the rows hold; it may run again. */
const fillMigration = (order: number, table: string, change: string): new () => MigrationInterface => {
  const className = `Fill_${table}_${order}`;
  return class implements MigrationInterface {
    readonly name = className;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`UPDATE ${table} SET ${change}`);
    }

    down(): Promise<void> {
      return Promise.resolve();
    }
  };
};

export const doorSteps = [
  columnMigration(BEGUN, 'scans', flag('let_in', { default: 0 })),
  fillMigration(BEGUN + 1, 'scans', "let_in = 1 WHERE outcome = 'admitted'"),
  columnMigration(BEGUN + 2, 'scans', words('shown', 20, maybe)),
  columnMigration(BEGUN + 3, 'scans', words('right_place', 300, maybe)),
  columnMigration(BEGUN + 4, 'scans', exact('annulled_by', 36, maybe)),
  columnMigration(BEGUN + 5, 'scans', flag('by_desk', { default: 0 })),
  columnMigration(BEGUN + 6, 'admissions', moment('changed_at', maybe)),
  fillMigration(BEGUN + 7, 'admissions', 'changed_at = last_at WHERE changed_at IS NULL'),
  indexMigration(BEGUN + 8, 'admissions', 'indices', ['conference_id', 'changed_at']),
  tableMigration(BEGUN + 9, {
    name: 'scan_conflicts',
    columns: [
      id(),
      id('conference_id'),
      id('ticket_id'),
      id('checkpoint_id'),
      id('first_scan_id'),
      id('first_device_id'),
      id('scan_id'),
      id('device_id'),
      moment('at'),
      moment('settled_at', maybe),
      words('settled_by', 200, maybe),
      words('reason', 300, maybe),
    ],
    unique: [['scan_id']],
    indices: [
      ['conference_id', 'at'],
      ['ticket_id', 'checkpoint_id'],
    ],
    references: { conference_id: 'conferences' },
  }),
  columnMigration(BEGUN + 10, 'devices', whole('queued', { default: 0 })),
  columnMigration(BEGUN + 11, 'devices', whole('parked', { default: 0 })),
  columnMigration(BEGUN + 12, 'devices', words('app_version', 40, maybe)),
];
