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

/** Sessions as checkpoints, and people who are put on a list at the door. */
const BEGUN = 1_795_567_000_000;

export const roomSteps = [
  columnMigration(BEGUN, 'checkpoints', id('session_id', maybe)),
  indexMigration(BEGUN + 1, 'checkpoints', 'unique', ['session_id']),
  columnMigration(BEGUN + 2, 'tickets', flag('walk_in', { default: 0 })),
  tableMigration(BEGUN + 3, {
    name: 'door_changes',
    columns: [
      id(),
      id('conference_id'),
      id('group_id'),
      id('ticket_id'),
      exact('kind', 12),
      words('reason', 300),
      flag('over_places'),
      words('made_by', 80),
      moment('made_at'),
    ],
    indices: [['group_id']],
    references: { conference_id: 'conferences', group_id: 'visit_groups' },
  }),
  columnMigration(BEGUN + 4, 'visit_groups', whole('places_given_back', maybe)),
];
