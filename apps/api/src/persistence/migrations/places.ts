import { columnMigration, exact, flag, id, maybe, moment, tableMigration, text, whole, words } from './table';

/** 24 November 2026, 21:16 UTC. */
const BEGUN = 1_795_555_000_000;

export const placesSteps = [
  columnMigration(BEGUN, 'visit_groups', words('resting', 10, maybe)),
  columnMigration(BEGUN + 1, 'schools', whole('easting', maybe)),
  columnMigration(BEGUN + 2, 'schools', whole('northing', maybe)),
  tableMigration(BEGUN + 3, {
    name: 'place_offers',
    columns: [
      id(),
      id('conference_id'),
      id('group_id'),
      whole('places'),
      exact('token_hash', 64),
      words('status', 10),
      exact('open_key', 36, maybe),
      moment('made_at'),
      moment('expires_at'),
      moment('settled_at', maybe),
      exact('settled_by', 36, maybe),
    ],
    unique: [['token_hash'], ['open_key']],
    indices: [
      ['conference_id', 'status'],
      ['group_id', 'made_at'],
    ],
    references: { conference_id: 'conferences', group_id: 'visit_groups' },
  }),
  tableMigration(BEGUN + 4, {
    name: 'place_rules',
    columns: [
      id('conference_id', { primary: true }),
      whole('offer_hours'),
      words('method', 10),
      text('criteria'),
      moment('allocated_at', maybe),
      exact('allocated_by', 36, maybe),
      words('seed', 64, maybe),
      exact('changed_by', 36),
      moment('changed_at'),
    ],
    references: { conference_id: 'conferences' },
  }),
  tableMigration(BEGUN + 5, {
    name: 'allocation_outcomes',
    columns: [
      id('group_id', { primary: true }),
      id('conference_id'),
      whole('rank_number'),
      whole('points'),
      whole('places'),
      words('reason', 500),
    ],
    indices: [['conference_id', 'rank_number']],
    references: { group_id: 'visit_groups', conference_id: 'conferences' },
  }),
  tableMigration(BEGUN + 6, {
    name: 'school_facts',
    columns: [
      exact('school_urn', 6, { primary: true }),
      flag('project_school', { default: 0 }),
      flag('priority_measure', { default: 0 }),
      exact('changed_by', 36),
      moment('changed_at'),
    ],
    references: { school_urn: 'schools' },
  }),
];
