import { v5, v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): made in the application, so that a thing has its id before any database knows it. */
export const newId = (): string => v7();

/** The name space of our derived ids. */
const DERIVED = 'b8a3c0de-6d1f-4f0e-9c55-2a7e1d9f4b10';

/** An id that follows from others (UUIDv5): the same parts give the same id, wherever and however often. */
export const derivedId = (...parts: readonly string[]): string => v5(parts.join('/').toLowerCase(), DERIVED);

/** Whether the text is a UUID in its canonical lower-case form. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
