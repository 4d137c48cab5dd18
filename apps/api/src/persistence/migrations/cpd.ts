import { readTopicSeed } from '@lectern/cpd';
import { newId } from '@lectern/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exact, flag, id, maybe, moment, tableMigration, text, whole, words } from './table';

/** Challenging Topics: what is hard to teach, and the programmes, series and sessions planned on it. */
const BEGUN = 1_795_570_000_000;

const SEEDED_AT = '2026-11-25 00:00:00.000';

/** The catalogue begins with the topics that teachers often call hard; staff edit them from then on. */
class SeedTopics implements MigrationInterface {
  readonly name = `Seed_cpd_topics_${BEGUN + 1}`;

  async up(runner: QueryRunner): Promise<void> {
    for (const topic of readTopicSeed()) {
      await runner.query(
        'INSERT INTO cpd_topics (id, title, summary, qualification, tier, content_codes, topic_references, active,' +
          ' created_at, updated_at) VALUES (?, ?, NULL, ?, ?, ?, ?, 1, ?, ?)',
        [
          newId(),
          topic.title,
          topic.qualification,
          topic.tier,
          topic.contentCodes.join(' '),
          JSON.stringify(topic.references),
          SEEDED_AT,
          SEEDED_AT,
        ],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM cpd_topics WHERE created_at = ?', [SEEDED_AT]);
  }
}

export const cpdSteps = [
  tableMigration(BEGUN, {
    name: 'cpd_topics',
    columns: [
      id(),
      words('title', 120),
      text('summary', maybe),
      words('qualification', 10),
      words('tier', 10),
      words('content_codes', 200),
      text('topic_references'),
      flag('active'),
      moment('created_at'),
      moment('updated_at'),
    ],
  }),
  SeedTopics,
  tableMigration(BEGUN + 2, {
    name: 'cpd_topic_votes',
    columns: [
      id(),
      id('topic_id'),
      id('account_id'),
      exact('school_urn', 6),
      exact('academic_year', 7),
      moment('voted_at'),
    ],
    unique: [['account_id', 'academic_year', 'topic_id']],
    indices: [['academic_year', 'topic_id']],
    references: { topic_id: 'cpd_topics', account_id: 'accounts', school_urn: 'schools' },
  }),
  tableMigration(BEGUN + 3, {
    name: 'academic_calendars',
    columns: [id(), exact('academic_year', 7), text('half_terms'), id('changed_by'), moment('changed_at')],
    unique: [['academic_year']],
    references: { changed_by: 'accounts' },
  }),
  tableMigration(BEGUN + 4, {
    name: 'cpd_programmes',
    columns: [
      id(),
      exact('academic_year', 7),
      words('title', 120),
      words('label', 40),
      text('summary', maybe),
      words('status', 10),
      words('expected', 200),
      id('created_by'),
      moment('created_at'),
      moment('updated_at'),
    ],
    indices: [['academic_year']],
    references: { created_by: 'accounts' },
  }),
  tableMigration(BEGUN + 5, {
    name: 'cpd_series',
    columns: [
      id(),
      id('programme_id'),
      words('title', 120),
      text('summary', maybe),
      whole('sessions_expected', maybe),
      moment('created_at'),
    ],
    indices: [['programme_id']],
    references: { programme_id: 'cpd_programmes' },
  }),
  tableMigration(BEGUN + 6, {
    name: 'cpd_sessions',
    columns: [
      id(),
      id('programme_id'),
      id('series_id', maybe),
      id('topic_id'),
      words('title', 120),
      moment('starts_at'),
      moment('ends_at'),
      words('place_kind', 10),
      words('place_name', 120),
      words('place_site', 120, maybe),
      whole('teacher_places'),
      whole('places_given', { default: 0 }),
      whole('presenters_wanted'),
      words('status', 12),
      words('cancellation_reason', 500, maybe),
      whole('calendar_sequence', { default: 0 }),
      id('created_by'),
      moment('created_at'),
      moment('updated_at'),
    ],
    indices: [['programme_id'], ['series_id'], ['topic_id'], ['starts_at']],
    references: {
      programme_id: 'cpd_programmes',
      series_id: 'cpd_series',
      topic_id: 'cpd_topics',
      created_by: 'accounts',
    },
  }),
  tableMigration(BEGUN + 7, {
    name: 'cpd_gap_tasks',
    columns: [
      id(),
      id('series_id'),
      id('after_session_id'),
      words('title', 120),
      text('task'),
      moment('created_at'),
    ],
    indices: [['series_id']],
    references: { series_id: 'cpd_series', after_session_id: 'cpd_sessions' },
  }),
  tableMigration(BEGUN + 8, {
    name: 'cpd_offers',
    columns: [
      id(),
      id('session_id'),
      exact('live_key', 80, maybe),
      words('status', 20),
      text('outline'),
      moment('offered_at'),
      moment('updated_at'),
    ],
    unique: [['live_key']],
    indices: [['session_id']],
    references: { session_id: 'cpd_sessions' },
  }),
  tableMigration(BEGUN + 9, {
    name: 'cpd_offer_presenters',
    columns: [id(), id('offer_id'), id('account_id'), whole('place_in_list'), flag('is_lead')],
    unique: [['offer_id', 'account_id']],
    indices: [['account_id']],
    references: { offer_id: 'cpd_offers', account_id: 'accounts' },
  }),
  tableMigration(BEGUN + 10, {
    name: 'cpd_bookings',
    columns: [
      id(),
      words('kind', 10),
      id('session_id', maybe),
      id('series_id', maybe),
      exact('live_key', 80, maybe),
      exact('school_urn', 6),
      id('booked_by'),
      words('status', 12),
      whole('people'),
      whole('fewest'),
      whole('places'),
      whole('held', { default: 0 }),
      whole('sequence'),
      moment('booked_at'),
      moment('updated_at'),
      moment('cancelled_at', maybe),
      words('cancellation_reason', 500, maybe),
    ],
    unique: [['live_key']],
    indices: [['session_id'], ['series_id'], ['booked_by'], ['school_urn']],
    references: {
      session_id: 'cpd_sessions',
      series_id: 'cpd_series',
      school_urn: 'schools',
      booked_by: 'accounts',
    },
  }),
  tableMigration(BEGUN + 11, {
    name: 'cpd_booking_sessions',
    columns: [id('booking_id', { primary: true }), id('session_id', { primary: true })],
    indices: [['session_id']],
    references: { booking_id: 'cpd_bookings', session_id: 'cpd_sessions' },
  }),
  tableMigration(BEGUN + 12, {
    name: 'cpd_booked_people',
    columns: [
      id(),
      id('booking_id'),
      whole('place_in_list'),
      id('account_id', maybe),
      words('name', 120),
      words('email', 254),
      words('email_key', 254),
      exact('trn', 7, maybe),
      flag('has_place'),
    ],
    indices: [['booking_id', 'place_in_list'], ['account_id'], ['email_key']],
    references: { booking_id: 'cpd_bookings', account_id: 'accounts' },
  }),
  tableMigration(BEGUN + 13, {
    name: 'cpd_attendances',
    columns: [
      id('session_id', { primary: true }),
      // A booked person, or a presenter of an offer.
      id('person_id', { primary: true }),
      words('part', 10),
      flag('attended'),
      moment('arrived_at', maybe),
      moment('left_at', maybe),
      whole('minutes'),
      words('source', 10),
      moment('recorded_at'),
    ],
    indices: [['person_id']],
    references: { session_id: 'cpd_sessions' },
  }),
];
