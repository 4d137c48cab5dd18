import { DomainError } from '@lectern/core';
import { RESOURCE_BYTES_MAX } from '@lectern/cpd';
import type { FastifyRequest } from 'fastify';
import { refuseFile } from './resource.errors';

/** What a form brings: the words, and a file where there is one. */
export interface ResourceUpload {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: { readonly name: string; readonly content: Buffer } | null;
}

/** Files that one process takes in at a time: each is held in memory until it is judged. */
const IN_HAND_MAX = 6;
/** What the words around a file take at most. */
const FORM_WORDS = 64 * 1024;

/** How long, and for how many bytes, a refused sender may go on, so that its browser gets to read the refusal. */
const LINGER = 2_000;
const LINGER_BYTES = 4 * 1024 * 1024;

let inHand = 0;

const tooLarge = (): DomainError =>
  new DomainError(
    'too-large',
    'file-too-large',
    `The file is larger than ${RESOURCE_BYTES_MAX / 1024 / 1024} MB, the most that any file here may have. Make it smaller, or share a link to it.`,
  );

const busy = (): DomainError =>
  new DomainError(
    'unavailable',
    'shelf-busy',
    'Many files are being uploaded at this moment. Nothing was kept: try again in a minute.',
    { retryAfter: 30 },
  );

/** Hangs up on a sender who goes on after the refusal: what is not wanted is not read to its end. */
const cutOff = ({ raw }: FastifyRequest): void => {
  const { socket } = raw;
  // A request that a spec injects has no line to hang up on.
  if (typeof socket.bytesRead !== 'number') return;
  const [from, since] = [socket.bytesRead, Date.now()];
  const watch = setInterval(() => {
    if (!raw.complete && !socket.destroyed) {
      if (socket.bytesRead - from < LINGER_BYTES && Date.now() - since < LINGER) return;
      socket.destroy();
    }
    clearInterval(watch);
  }, 20);
  watch.unref();
};

/** The whole of a file that is not too large; of another not a byte more is read than tells so. */
const contentOf = async (file: AsyncIterable<unknown>): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, and with it the reading of what follows.
  for await (const piece of file) {
    const bytes = piece as Buffer;
    size += bytes.length;
    if (size > RESOURCE_BYTES_MAX) throw tooLarge();
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
};

const brokenOff = (): DomainError =>
  refuseFile('broken-off', 'The upload broke off before its end. Nothing was kept: try again.');

/** What a form’s parser throws of what it cannot read has no status of its own. */
const asRefusal = (error: unknown): unknown => {
  const { statusCode } = error as { readonly statusCode?: unknown };
  return error instanceof DomainError || statusCode !== undefined ? error : brokenOff();
};

const read = async (request: FastifyRequest): Promise<ResourceUpload> => {
  const fields: Record<string, unknown> = {};
  let file: ResourceUpload['file'] = null;
  const limits = {
    // One more than is taken, so that its coming says that there is too much.
    fileSize: RESOURCE_BYTES_MAX + 1,
    files: 1,
    fields: 12,
    parts: 14,
    fieldSize: 8_000,
    headerPairs: 50,
  };
  // A name comes as the browser knows it; the parser would take it for Latin 1.
  for await (const part of request.parts({ limits, defParamCharset: 'utf8' } as object)) {
    if (part.type === 'file') {
      const content = await contentOf(part.file);
      if (part.fieldname !== 'file') throw refuseFile('missing', 'Send the file in the field called file.');
      file = { name: part.filename, content };
    } else if (part.value !== '') fields[part.fieldname] = part.value;
  }
  return { fields, file };
};

/**
 * Reads a form with at most one file. Too large a file is refused by what the sender announces, and else as soon as it
 * is: never more than one file’s size is held for a request, and what is refused leaves nothing behind.
 */
export const resourceUploadOf = async (request: FastifyRequest): Promise<ResourceUpload> => {
  if (!request.isMultipart()) throw refuseFile('missing', 'Choose a file, in the field called file.');
  try {
    if (Number(request.headers['content-length'] ?? 0) > RESOURCE_BYTES_MAX + FORM_WORDS) throw tooLarge();
    if (inHand >= IN_HAND_MAX) throw busy();
    inHand += 1;
    try {
      return await read(request);
    } finally {
      inHand -= 1;
    }
  } catch (error) {
    cutOff(request);
    throw asRefusal(error);
  }
};
