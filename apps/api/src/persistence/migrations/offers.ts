import { columnMigration, exact, id, maybe, moment, tableMigration, text, words } from './table';

/** What passes between trainees and mentors, who is confirmed as suitable, and days on placement. */
const BEGUN = 1_795_572_000_000;

export const offersSteps = [
  tableMigration(BEGUN, {
    name: 'cpd_offer_entries',
    columns: [
      id(),
      id('offer_id'),
      words('action', 20),
      words('party', 10),
      id('written_by', maybe),
      text('text', maybe),
      moment('written_at'),
    ],
    indices: [['offer_id']],
    references: { offer_id: 'cpd_offers', written_by: 'accounts' },
  }),
  tableMigration(BEGUN + 1, {
    name: 'cpd_suitabilities',
    columns: [
      id(),
      id('account_id'),
      words('confirmed_by', 120),
      exact('confirmed_on', 10),
      id('recorded_by'),
      moment('recorded_at'),
    ],
    indices: [['account_id']],
    references: { account_id: 'accounts', recorded_by: 'accounts' },
  }),
  tableMigration(BEGUN + 2, {
    name: 'cpd_placement_days',
    columns: [id(), id('account_id'), exact('day', 10), words('school_name', 120), moment('added_at')],
    unique: [['account_id', 'day']],
    references: { account_id: 'accounts' },
  }),
  columnMigration(BEGUN + 3, 'cpd_offers', moment('mentors_told_at', maybe)),
];
