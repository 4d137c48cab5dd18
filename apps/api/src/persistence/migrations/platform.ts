import { exact, maybe, moment, tableMigration, whole } from './table';

/** 24 November 2026, 20:50 UTC. */
const BEGUN = 1_795_553_400_000;

export const platformSteps = [
  tableMigration(BEGUN, {
    name: 'jobs',
    columns: [
      exact('name', 60, { primary: true }),
      moment('due_at'),
      moment('leased_until', maybe),
      exact('lease', 36, maybe),
      moment('last_run_at', maybe),
      whole('failures', { default: 0 }),
    ],
  }),
];
