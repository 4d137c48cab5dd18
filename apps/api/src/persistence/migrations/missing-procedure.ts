import { exact, id, moment, tableMigration, text, whole, words } from './table';

/** 25 November 2026, 00:53 UTC. */
const BEGUN = 1_795_568_000_000;

export const missingProcedureSteps = [
  tableMigration(BEGUN, {
    name: 'missing_procedures',
    columns: [
      id(),
      whole('version'),
      text('text'),
      moment('changed_at'),
      exact('changed_by', 36),
      words('changed_by_name', 200),
    ],
    unique: [['version']],
  }),
];
