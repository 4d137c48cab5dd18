import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): made in the application, so that a thing has its id before any database knows it. */
export const newId = (): string => v7();

/** Whether the text is a UUID in its canonical lower-case form. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
