import { exact, id, maybe, moment, tableMigration, text, whole, words } from './table';

/** Lessons that schools open to partner teachers, the visits to them, and what both sides take away. */
const BEGUN = 1_795_576_000_000;

export const openDoorSteps = [
  tableMigration(BEGUN, {
    name: 'open_door_lessons',
    columns: [
      id(),
      exact('school_urn', 6),
      id('host_id'),
      id('topic_id', maybe),
      words('title', 120),
      whole('year_group'),
      moment('starts_at'),
      moment('ends_at'),
      whole('visitor_places'),
      words('arrival', 500, maybe),
      words('status', 10),
      words('cancellation_reason', 500, maybe),
      whole('calendar_sequence', { default: 0 }),
      moment('reminded_at', maybe),
      moment('created_at'),
      moment('updated_at'),
    ],
    indices: [['starts_at'], ['school_urn'], ['host_id'], ['topic_id']],
    references: { school_urn: 'schools', host_id: 'accounts', topic_id: 'cpd_topics' },
  }),
  tableMigration(BEGUN + 1, {
    name: 'open_door_visits',
    columns: [
      id(),
      id('lesson_id'),
      id('visitor_id'),
      exact('school_urn', 6),
      exact('live_key', 80, maybe),
      words('status', 10),
      words('reason', 500, maybe),
      moment('asked_at'),
      moment('updated_at'),
    ],
    unique: [['live_key']],
    indices: [['lesson_id'], ['visitor_id'], ['school_urn']],
    references: { lesson_id: 'open_door_lessons', visitor_id: 'accounts', school_urn: 'schools' },
  }),
  tableMigration(BEGUN + 2, {
    name: 'open_door_reflections',
    columns: [id(), id('visit_id'), words('side', 10), text('words'), id('written_by'), moment('written_at')],
    unique: [['visit_id', 'side']],
    indices: [['written_by']],
    references: { visit_id: 'open_door_visits', written_by: 'accounts' },
  }),
];
