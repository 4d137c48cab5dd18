import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** A letter as the outbox of a running Lectern holds it. */
export interface PostedLetter {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  /** The addresses of its buttons. */
  readonly links: readonly string[];
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly recipient_email: string;
  readonly subject: string;
  readonly sealed_letter: string;
}

/** Opens a sealed value as `Seal` of the API does; written again here, since nothing imports an app. */
const open = (dataKey: Buffer, bound: string, sealed: string): string => {
  const key = Buffer.from(hkdfSync('sha256', dataKey, 'lectern', 'seal', 32));
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
};

/** The letters of the outbox in a Lectern’s folder, opened with its key, first written first. */
export const readOutbox = (home: string): readonly PostedLetter[] => {
  const dataKey = Buffer.from(readFileSync(join(home, 'keys', 'data.key'), 'utf8'), 'base64');
  const database = new DatabaseSync(join(home, 'lectern.db'), { readOnly: true }) as {
    prepare(sql: string): { all(): unknown[] };
    close(): void;
  };
  const rows = database
    .prepare('SELECT id, kind, recipient_email, subject, sealed_letter FROM outbox_mails ORDER BY id')
    .all() as Row[];
  database.close();
  return rows.map(({ id, kind, recipient_email, sealed_letter, subject }) => {
    const letter = JSON.parse(open(dataKey, `outbox-letter:${id}`, sealed_letter)) as {
      parts: readonly { kind: string; url?: string }[];
    };
    return {
      kind,
      to: recipient_email,
      subject,
      links: letter.parts.flatMap(({ url }) => (url === undefined ? [] : [url])),
    };
  });
};
