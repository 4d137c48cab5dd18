import { columnMigration, exact, id, maybe, moment, tableMigration, words } from './table';

/** The day of a CPD session: 25 November 2026, 02:33 UTC. */
const BEGUN = 1_795_574_000_000;

export const cpdAttendanceSteps = [
  columnMigration(BEGUN, 'conferences', words('kind', 20, { default: 'conference' })),
  tableMigration(BEGUN + 1, {
    name: 'cpd_session_doors',
    columns: [id('session_id', { primary: true }), id('event_id'), moment('opened_at')],
    unique: [['event_id']],
    references: { session_id: 'cpd_sessions', event_id: 'conferences' },
  }),
  tableMigration(BEGUN + 2, {
    name: 'cpd_door_tickets',
    // A booked person, or a presenter of an offer.
    columns: [id('ticket_id', { primary: true }), id('session_id'), id('person_id')],
    unique: [['session_id', 'person_id']],
    references: { ticket_id: 'tickets', session_id: 'cpd_sessions' },
  }),
  columnMigration(BEGUN + 3, 'cpd_attendances', words('reason', 300, maybe)),
  columnMigration(BEGUN + 4, 'cpd_attendances', exact('recorded_by', 36, maybe)),
];
