import { columnMigration, flag, id, maybe, moment, tableMigration, text, whole, words } from './table';

/** 24 November 2026, 21:50 UTC. */
const BEGUN = 1_795_557_000_000;

export const rosterSteps = [
  tableMigration(BEGUN, {
    name: 'roster_settings',
    columns: [
      id('conference_id', { primary: true }),
      flag('swaps_after_final_numbers'),
      flag('tracking_data'),
      words('tracking_reason', 500, maybe),
      whole('tracking_days'),
      whole('day_only_days'),
      whole('photo_consent_months'),
      moment('updated_at'),
    ],
    references: { conference_id: 'conferences' },
  }),
  tableMigration(BEGUN + 1, {
    name: 'roster_overrides',
    columns: [
      id(),
      id('group_id'),
      words('reason', 500),
      id('given_by'),
      moment('given_at'),
      moment('open_until', maybe),
    ],
    indices: [['group_id', 'given_at']],
    references: { group_id: 'visit_groups', given_by: 'accounts' },
  }),
  columnMigration(BEGUN + 2, 'people', moment('photo_consent_at', maybe)),
  columnMigration(BEGUN + 3, 'people', text('sealed_birth_date', maybe)),
];
