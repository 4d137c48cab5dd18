import { exact, id, longText, maybe, moment, tableMigration, whole, words } from './table';

/** 24 November 2026, 20:51 UTC. */
const BEGUN = 1_795_553_460_000;

export const notificationSteps = [
  tableMigration(BEGUN, {
    name: 'outbox_mails',
    columns: [
      id(),
      words('kind', 60),
      words('object_kind', 40),
      exact('object_id', 80, maybe),
      words('recipient_name', 120),
      words('recipient_email', 254),
      words('subject', 200),
      longText('sealed_letter'),
      words('status', 10),
      whole('tries', { default: 0 }),
      moment('next_try_at'),
      exact('lease', 36, maybe),
      moment('leased_until', maybe),
      words('last_problem', 300, maybe),
      moment('created_at'),
      moment('sent_at', maybe),
    ],
    indices: [['status', 'next_try_at'], ['object_kind', 'object_id'], ['created_at']],
  }),
];
