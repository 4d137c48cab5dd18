/** Texts past 64 kB: SQLite has one text type; the dialect of the process decides which name the schema shows. */
export const LONG_TEXT = /^(mysql|mariadb):/.test(process.env['DATABASE_URL'] ?? '') ? 'mediumtext' : 'text';

/** Files: one type on SQLite, the one that holds 16 MB on the others. */
export const LONG_BYTES = LONG_TEXT === 'text' ? 'blob' : 'mediumblob';

/** A row that others point at is neither removed nor renumbered; said outright, since each database has its own word for it. */
export const RESTRICTED = { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' } as const;
