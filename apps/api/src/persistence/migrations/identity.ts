import { exact, id, longText, maybe, moment, type TableRequest, text, whole, words } from './table';

export const identityTables: readonly TableRequest[] = [
  {
    name: 'accounts',
    columns: [
      id(),
      words('email', 254),
      exact('email_key', 254),
      words('name', 120),
      words('password_hash', 255, maybe),
      words('roles', 100),
      exact('school_urn', 6, maybe),
      moment('disabled_at', maybe),
      moment('created_at'),
    ],
    unique: [['email_key']],
    indices: [['school_urn']],
  },
  {
    name: 'sessions',
    columns: [
      exact('token_hash', 64, { primary: true }),
      id('account_id'),
      moment('created_at'),
      moment('last_seen_at'),
      moment('expires_at'),
    ],
    indices: [['account_id'], ['expires_at']],
    references: { account_id: 'accounts' },
  },
  {
    name: 'invitations',
    columns: [
      id(),
      exact('token_hash', 64),
      words('email', 254),
      words('role', 20),
      exact('school_urn', 6, maybe),
      id('invited_by'),
      moment('created_at'),
      moment('expires_at'),
      moment('accepted_at', maybe),
    ],
    unique: [['token_hash']],
    references: { invited_by: 'accounts' },
  },
  {
    name: 'throttles',
    columns: [exact('bucket', 120, { primary: true }), whole('hits'), moment('resets_at')],
    indices: [['resets_at']],
  },
  {
    name: 'idempotency_keys',
    columns: [
      exact('key_hash', 64, { primary: true }),
      exact('fingerprint', 64),
      whole('status'),
      longText('body'),
      moment('created_at'),
    ],
    indices: [['created_at']],
  },
  {
    name: 'audit_records',
    columns: [
      id(),
      moment('at'),
      words('actor_kind', 20),
      exact('actor_id', 36, maybe),
      words('action', 60),
      words('object_kind', 40),
      exact('object_id', 80, maybe),
      text('details'),
      exact('correlation_id', 64, maybe),
    ],
    indices: [['at'], ['object_kind', 'object_id']],
  },
];
