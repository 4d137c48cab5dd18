import { StringDecoder } from 'node:string_decoder';
import { DomainError } from '@lectern/core';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refuseFile } from './roster-file';
import { type XmlListener, XmlScanner } from './xml-scanner';

const UNPACKED_MAX = 50 * 1024 * 1024;
const ENTRIES_MAX = 2_000;
/** XML of a true list shrinks to a tenth or a thirtieth; nothing but a bomb unpacks to more than this. */
const RATIO_MAX = 250;
/** So small that its ratio says nothing. */
const RATIO_FROM = 256 * 1024;

const PASTE = 'or copy the cells and paste them';

const tooMuch = () =>
  refuseFile(
    'unpacks-too-large',
    `This workbook unpacks to more than 50 MB. Copy the list into a new workbook and save that, ${PASTE}.`,
  );
const damaged = () =>
  refuseFile(
    'damaged-workbook',
    `This workbook is damaged and cannot be read. Open it in your spreadsheet program and save it again as .xlsx, ${PASTE}.`,
  );
const locked = () =>
  refuseFile('password', `This workbook is protected by a password. Save it without one, ${PASTE}.`);

/** Thrown by a listener that has seen enough. */
export class EnoughRead extends Error {}

/**
 * The parts of a workbook, unpacked one at a time and never whole. What comes out is counted as it comes: a file that
 * unpacks to too much, at once or against what it claims, is let go in the middle.
 */
export class WorkbookZip {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Uint8Array): Promise<WorkbookZip> {
    const entries = new Map<string, Entry>();
    let claimed = 0;
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        validateEntrySizes: true,
      });
      if (zip.entryCount > ENTRIES_MAX) throw tooMuch();
      for await (const entry of zip.eachEntry()) {
        claimed += entry.uncompressedSize;
        if (claimed > UNPACKED_MAX || entries.size >= ENTRIES_MAX) throw tooMuch();
        if (entry.isEncrypted()) throw locked();
        entries.set(partName(entry.fileName), entry);
      }
      return new WorkbookZip(zip, entries);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  has(part: string): boolean {
    return this.entries.has(partName(part));
  }

  /** Reads a part as XML while it is being unpacked. */
  async read(part: string, listener: XmlListener): Promise<void> {
    const entry = this.entries.get(partName(part));
    if (!entry) throw damaged();
    try {
      await this.scan(entry, new XmlScanner(listener));
    } catch (error) {
      if (!(error instanceof EnoughRead)) throw asRefusal(error);
    }
  }

  /** The first bytes of a part as text. */
  async beginning(part: string): Promise<string> {
    const entry = this.entries.get(partName(part));
    if (!entry) return '';
    try {
      for await (const piece of await this.zip.openReadStreamPromise(entry)) {
        return (piece as Buffer).subarray(0, 200).toString('latin1');
      }
    } catch {
      // What it would have said is not known then.
    }
    return '';
  }

  private async scan(entry: Entry, scanner: XmlScanner): Promise<void> {
    if (!entry.canDecodeFileData()) throw damaged();
    const stream = await this.zip.openReadStreamPromise(entry);
    const decoder = new StringDecoder('utf8');
    let ofThis = 0;
    // Leaving the loop destroys the stream, and with it whatever is still packed.
    for await (const piece of stream) {
      const bytes = piece as Buffer;
      ofThis += bytes.length;
      this.unpacked += bytes.length;
      if (this.unpacked > UNPACKED_MAX) throw tooMuch();
      if (ofThis > RATIO_FROM && ofThis > entry.compressedSize * RATIO_MAX) throw tooMuch();
      scanner.write(decoder.write(bytes));
    }
    scanner.write(decoder.end());
    scanner.end();
  }
}

/** Parts are named without regard to case, and by some writers with a slash in front. */
const partName = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/** What yauzl and zlib throw says nothing to a teacher; refusals of our own stay as they are. */
const asRefusal = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  const said = String((error as Partial<Error> | undefined)?.message);
  if (/encrypt/i.test(said)) return locked();
  return /too many bytes/i.test(said) ? tooMuch() : damaged();
};
