import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DomainError } from '@lectern/core';
import type { RefusedSchoolRow } from '@lectern/schools';
import { CsvError, parse } from 'csv-parse';

/** One row of a file: the line that it begins on (the heading is line 1) and its cells. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Thrown where the rest of a file makes no rows; what came before has been read. */
export class UnreadableFrom extends Error {
  constructor(readonly line: number) {
    super(`The file cannot be read from line ${line} on.`);
  }
}

/** What a report says where the rest of a file makes no rows. */
export const unreadableRow = ({ line }: UnreadableFrom): RefusedSchoolRow => ({
  line,
  reason:
    'Nothing could be read from here on: a quotation mark is opened and never closed. Mend it and import the file again.',
});

/** The bytes of a file; refuses when there is none. */
export const openFile = async (path: string): Promise<Readable> => {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return createReadStream(path);
  throw new DomainError('invalid', 'no-such-file', 'There is no such file. Check its name and folder.');
};

const NEWLINE = 10;
// A row of the register has about two thousand characters; past this a quotation mark was never closed.
const LONGEST_ROW = 256 * 1024;

/** What Windows-1252 has at 0x80 to 0x9F, where it differs from Latin-1; its five gaps stay as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Node's own decoder takes Latin-1 for Windows-1252 in some releases, which loses the apostrophe of St Mary’s.
const fromWindows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80));

const asUtf8 = (lines: Buffer): Buffer => (isUtf8(lines) ? lines : Buffer.from(fromWindows1252(lines)));

/** Each line on its own, so that one bad byte does not spoil the letters of its neighbours. */
function* recode(lines: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < lines.length) {
    const newline = lines.indexOf(NEWLINE, start);
    const end = newline === -1 ? lines.length : newline + 1;
    yield asUtf8(lines.subarray(start, end));
    start = end;
  }
}

/**
 * Whole lines as UTF-8. The daily download is Windows-1252, but may have been saved anew as UTF-8: a line that is valid
 * UTF-8 is that, any other is Windows-1252, in which every byte is a letter.
 */
async function* inUtf8(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    // Text without a line's end is not kept waiting for ever.
    const cut = held.length > LONGEST_ROW ? held.length : held.lastIndexOf(NEWLINE) + 1;
    const lines = held.subarray(0, cut);
    rest = held.subarray(cut);
    if (isUtf8(lines)) yield lines;
    else yield* recode(lines);
  }
  yield asUtf8(rest);
}

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce(
    (sum, cell) => (/[\r\n]/.test(cell) ? sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : sum),
    0,
  );

/** The rows of a comma-separated file, as many together as were read at once; rows without any text are left out. */
export async function* readSchoolFile(source: Readable): AsyncGenerator<FileRow[]> {
  let rows: FileRow[] = [];
  // The parser counts lines too, but blank ones and line ends in cells differently from an editor.
  let line = 1;
  const parser = parse({
    bom: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells: string[]) => {
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += 1 + lineBreaksIn(cells);
      return null;
    },
  });
  // Each failure also reaches the call that fed the parser; unheard, the event would end the process.
  parser.on('error', () => undefined);
  const feed = (chunk: Buffer | null): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (error?: Error | null): void => (error ? reject(error) : resolve());
      if (chunk) parser.write(chunk, done);
      else parser.end(done);
    });
  const take = (): FileRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  try {
    for await (const chunk of inUtf8(source)) {
      await feed(chunk);
      yield take();
    }
    await feed(null);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield take();
    throw new UnreadableFrom(line);
  } finally {
    parser.destroy();
  }
  yield take();
}
