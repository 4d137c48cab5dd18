import { appendOnlyMigration } from './append-only';
import { exact, id, maybe, moment, tableMigration, text, whole, words } from './table';

/** What comes after a session of CPD: feedback, certificates and evidence. */
const BEGUN = 1_795_575_000_000;

const KEPT_YEARS = 3;

export const outcomesSteps = [
  // The answers, beside no name and no moment; `held_on` is the same for all of a session.
  tableMigration(BEGUN, {
    name: 'cpd_feedback',
    columns: [
      id(),
      id('session_id'),
      whole('batch'),
      words('answers', 200),
      text('comment', maybe),
      moment('held_on'),
    ],
    indices: [['session_id']],
    references: { session_id: 'cpd_sessions' },
    unordered: true,
  }),
  appendOnlyMigration(BEGUN + 1, 'cpd_feedback', 'held_on', KEPT_YEARS),
  // Who has answered, beside no answer.
  tableMigration(BEGUN + 2, {
    name: 'cpd_feedback_givers',
    columns: [id('session_id', { primary: true }), id('account_id', { primary: true }), moment('held_on')],
    references: { session_id: 'cpd_sessions', account_id: 'accounts' },
    unordered: true,
  }),
  appendOnlyMigration(BEGUN + 3, 'cpd_feedback_givers', 'held_on', KEPT_YEARS),
  tableMigration(BEGUN + 4, {
    name: 'cpd_certificates',
    columns: [
      id(),
      exact('code', 12),
      words('kind', 20),
      // What it is for: `session_id` or `series_id`, so that one key covers both.
      id('subject_id'),
      id('session_id', maybe),
      id('series_id', maybe),
      exact('holder_email_key', 254),
      words('holder_email', 254),
      words('name', 120),
      words('title', 120),
      words('topic_title', 120, maybe),
      moment('held_from'),
      moment('held_until'),
      whole('sessions'),
      whole('minutes'),
      exact('trn', 7, maybe),
      moment('issued_at'),
      moment('withdrawn_at', maybe),
      id('withdrawn_by', maybe),
      words('withdrawal_reason', 500, maybe),
    ],
    unique: [['code'], ['kind', 'subject_id', 'holder_email_key']],
    indices: [['holder_email_key'], ['session_id'], ['series_id']],
    references: { session_id: 'cpd_sessions', series_id: 'cpd_series', withdrawn_by: 'accounts' },
  }),
  tableMigration(BEGUN + 5, {
    name: 'cpd_evidence',
    columns: [
      // The presenter’s place in the team: its id is the record’s.
      id('presenter_id', { primary: true }),
      words('standards', 60),
      text('reflection', maybe),
      text('mentor_note', maybe),
      id('mentor_id', maybe),
      moment('noted_at', maybe),
      moment('updated_at'),
    ],
    references: { presenter_id: 'cpd_offer_presenters', mentor_id: 'accounts' },
  }),
];
