import { appendOnlyMigration } from './append-only';
import { columnMigration, exact, id, indexMigration, maybe, moment, tableMigration, words } from './table';

/** 24 November 2026, 22:23 UTC. */
const BEGUN = 1_795_559_000_000;

export const schoolsSteps = [
  tableMigration(BEGUN, {
    name: 'school_links',
    columns: [
      exact('urn', 6, { primary: true }),
      exact('successor_urn', 6, { primary: true }),
      words('established_on', 10, maybe),
      moment('imported_at'),
    ],
    references: { urn: 'schools', successor_urn: 'schools' },
  }),
  columnMigration(BEGUN + 1, 'schools', moment('missing_since', maybe)),
  tableMigration(BEGUN + 2, {
    name: 'access_requests',
    columns: [
      id(),
      exact('token_hash', 64),
      words('status', 12),
      words('email', 254),
      exact('email_key', 254),
      words('name', 120),
      words('role', 20),
      exact('school_urn', 6),
      words('note', 500, maybe),
      moment('created_at'),
      moment('confirm_by'),
      moment('confirmed_at', maybe),
      moment('decided_at', maybe),
      exact('decided_by', 36, maybe),
      words('reason', 500, maybe),
    ],
    unique: [['token_hash']],
    indices: [
      ['status', 'school_urn'],
      ['email_key', 'status'],
    ],
    references: { school_urn: 'schools', decided_by: 'accounts' },
  }),
  indexMigration(BEGUN + 3, 'audit_records', 'indices', ['actor_id', 'at']),
  appendOnlyMigration(BEGUN + 4, 'audit_records', 'at', 6),
];
