import { columnMigration, exact, id, indexMigration, maybe, moment, tableMigration, whole } from './table';

/** Teachers leave bookings, are offered places and reminded. */
const BEGUN = 1_795_573_000_000;

export const bookingSteps = [
  columnMigration(BEGUN, 'cpd_booked_people', moment('left_at', maybe)),
  indexMigration(BEGUN + 1, 'cpd_bookings', 'indices', ['sequence']),
  tableMigration(BEGUN + 2, {
    name: 'cpd_place_offers',
    columns: [
      id(),
      id('booking_id'),
      whole('places'),
      exact('token_hash', 64),
      exact('status', 12),
      id('open_key', maybe),
      moment('made_at'),
      moment('expires_at'),
      moment('settled_at', maybe),
      id('settled_by', maybe),
    ],
    unique: [['token_hash'], ['open_key']],
    indices: [['booking_id'], ['status', 'expires_at']],
    references: { booking_id: 'cpd_bookings', settled_by: 'accounts' },
  }),
  tableMigration(BEGUN + 3, {
    name: 'cpd_booking_reminders',
    columns: [
      id('booking_id', { primary: true }),
      id('session_id', { primary: true }),
      exact('kind', 6, { primary: true }),
      moment('sent_at'),
    ],
    references: { booking_id: 'cpd_bookings', session_id: 'cpd_sessions' },
  }),
  columnMigration(BEGUN + 4, 'cpd_booked_people', moment('joined_at', maybe)),
  columnMigration(BEGUN + 5, 'cpd_booked_people', moment('placed_at', maybe)),
];
