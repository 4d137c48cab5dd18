import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';

const NONCE = 12;
const TAG = 16;

/**
 * Seals what is encrypted at rest (AES-256-GCM). A sealed value reads `v1.<key id>.<base64url>`; `purpose` and the id
 * of the row are bound into it, so that a value copied to another row does not open.
 */
export class Seal {
  private readonly key: Buffer;
  readonly keyId: string;

  constructor(dataKey: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', dataKey, 'lectern', 'seal', 32));
    this.keyId = createHash('sha256').update(dataKey).digest('hex').slice(0, 8);
  }

  close(purpose: string, rowId: string, plain: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(`${purpose}:${rowId}`));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `v1.${this.keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  open(purpose: string, rowId: string, sealed: string): string {
    const [version, keyId, text] = sealed.split('.');
    if (version !== 'v1' || keyId !== this.keyId || text === undefined) {
      throw new Error('A sealed value was made with another key than LECTERN_DATA_KEY.');
    }
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(`${purpose}:${rowId}`))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
  }
}

/** The key of the environment, or the key file of the embedded default, made on the first start. */
export const openSeal = (config: Config): Seal => {
  if (config.dataKey) return new Seal(config.dataKey);
  const folder = join(config.home, 'keys');
  const file = join(folder, 'data.key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  return new Seal(Buffer.from(readFileSync(file, 'utf8'), 'base64'));
};
