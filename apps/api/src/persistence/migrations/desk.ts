import { exact, id, maybe, moment, tableMigration, text, words } from './table';

/** 25 November 2026, 00:20 UTC. */
const BEGUN = 1_795_566_000_000;

export const deskSteps = [
  tableMigration(BEGUN, {
    name: 'missing_pupils',
    columns: [
      id(),
      id('conference_id'),
      id('ticket_id'),
      exact('open_key', 36, maybe),
      text('sealed_last_seen'),
      moment('opened_at'),
      exact('opened_by', 36),
      words('opened_by_name', 200),
      moment('closed_at', maybe),
      exact('closed_by', 36, maybe),
      words('closed_by_name', 200, maybe),
      exact('outcome', 20, maybe),
    ],
    unique: [['open_key']],
    indices: [['conference_id', 'opened_at']],
    references: { conference_id: 'conferences', ticket_id: 'tickets' },
  }),
  tableMigration(BEGUN + 1, {
    name: 'missing_pupil_steps',
    columns: [
      id(),
      id('missing_pupil_id'),
      moment('at'),
      exact('done_by', 36),
      words('done_by_name', 200),
      text('sealed_text'),
    ],
    indices: [['missing_pupil_id', 'at']],
    references: { missing_pupil_id: 'missing_pupils' },
  }),
];
