import { createHash, randomBytes } from 'node:crypto';

/** A token that nobody can guess: 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: enough to recognise it, too little to use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
