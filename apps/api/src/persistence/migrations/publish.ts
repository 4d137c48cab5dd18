import {
  columnMigration,
  exact,
  flag,
  id,
  longBytes,
  maybe,
  moment,
  tableMigration,
  whole,
  words,
} from './table';

/** 24 November 2026, 22:06 UTC. */
const BEGUN = 1_795_558_000_000;

export const publishSteps = [
  columnMigration(BEGUN, 'conferences', words('supervision_bands', 600, maybe)),
  tableMigration(BEGUN + 1, {
    name: 'visit_packs',
    columns: [id('conference_id', { primary: true }), whole('version', { default: 0 }), moment('changed_at')],
    references: { conference_id: 'conferences' },
  }),
  tableMigration(BEGUN + 2, {
    name: 'pack_contents',
    columns: [id(), exact('sha256', 64), longBytes('content')],
  }),
  tableMigration(BEGUN + 3, {
    name: 'pack_files',
    columns: [
      id(),
      id('conference_id'),
      words('kind', 30),
      words('title', 120),
      flag('is_public'),
      moment('created_at'),
      moment('withdrawn_at', maybe),
    ],
    indices: [['conference_id']],
    references: { conference_id: 'conferences' },
  }),
  tableMigration(BEGUN + 4, {
    name: 'pack_versions',
    columns: [
      id(),
      id('file_id'),
      whole('version'),
      whole('pack_version'),
      id('content_id'),
      words('file_name', 120),
      words('content_type', 100),
      whole('size'),
      id('uploaded_by'),
      moment('uploaded_at'),
    ],
    unique: [['file_id', 'version']],
    references: { file_id: 'pack_files', content_id: 'pack_contents', uploaded_by: 'accounts' },
  }),
  tableMigration(BEGUN + 5, {
    name: 'pack_acknowledgements',
    columns: [id(), id('group_id'), whole('pack_version'), id('acknowledged_by'), moment('acknowledged_at')],
    unique: [['group_id', 'pack_version']],
    references: { group_id: 'visit_groups', acknowledged_by: 'accounts' },
  }),
  tableMigration(BEGUN + 6, {
    name: 'calendar_feeds',
    columns: [
      exact('school_urn', 6, { primary: true }),
      exact('token_hash', 64),
      words('sealed_token', 400),
      id('renewed_by'),
      moment('renewed_at'),
    ],
    unique: [['token_hash']],
    references: { school_urn: 'schools', renewed_by: 'accounts' },
  }),
  tableMigration(BEGUN + 7, {
    name: 'pack_letters',
    columns: [id('group_id', { primary: true }), whole('pack_version'), moment('told_at')],
    references: { group_id: 'visit_groups' },
  }),
];
