import { exact, id, longBytes, maybe, moment, tableMigration, text, whole, words } from './table';

/** Files and links to teach with. */
const BEGUN = 1_795_577_000_000;

export const resourceSteps = [
  tableMigration(BEGUN, {
    name: 'cpd_resource_contents',
    columns: [id(), exact('sha256', 64), whole('size'), moment('stored_at')],
  }),
  // A file may be larger than what a database takes in one packet, so it is kept in pieces.
  tableMigration(BEGUN + 1, {
    name: 'cpd_resource_pieces',
    columns: [id('content_id', { primary: true }), whole('place', { primary: true }), longBytes('bytes')],
    references: { content_id: 'cpd_resource_contents' },
  }),
  tableMigration(BEGUN + 2, {
    name: 'cpd_resources',
    columns: [
      id(),
      words('title', 120),
      words('summary', 1000, maybe),
      id('topic_id', maybe),
      id('session_id', maybe),
      words('licence', 20),
      words('attribution', 200, maybe),
      words('audience', 12),
      words('kind', 5),
      words('url', 2000, maybe),
      text('search_text'),
      id('shared_by'),
      moment('shared_at'),
      moment('updated_at'),
      moment('withdrawn_at', maybe),
    ],
    indices: [['topic_id'], ['session_id'], ['shared_by'], ['shared_at']],
    references: { topic_id: 'cpd_topics', session_id: 'cpd_sessions', shared_by: 'accounts' },
  }),
  tableMigration(BEGUN + 3, {
    name: 'cpd_resource_versions',
    columns: [
      id(),
      id('resource_id'),
      whole('version'),
      id('content_id'),
      words('file_name', 120),
      words('content_type', 100),
      whole('size'),
      id('uploaded_by'),
      moment('uploaded_at'),
    ],
    unique: [['resource_id', 'version']],
    indices: [['content_id'], ['uploaded_by']],
    references: {
      resource_id: 'cpd_resources',
      content_id: 'cpd_resource_contents',
      uploaded_by: 'accounts',
    },
  }),
];
