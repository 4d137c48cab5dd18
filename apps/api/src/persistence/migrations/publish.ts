import { columnMigration, maybe, words } from './table';

/** 24 November 2026, 22:06 UTC. */
const BEGUN = 1_795_558_000_000;

export const publishSteps = [
  columnMigration(BEGUN, 'conferences', words('supervision_bands', 600, maybe)),
];
