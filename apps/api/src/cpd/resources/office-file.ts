import type { FileType } from '@lectern/conferences';
import { DomainError } from '@lectern/core';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refuseFile } from './resource.errors';

const MB = 1024 * 1024;
/** Slides with pictures unpack to about what they are; a sheet of 100,000 rows comes to some 60 MB. */
const UNPACKED_MAX = 150 * MB;
const ENTRIES_MAX = 5_000;
/** XML shrinks to a tenth or a thirtieth; nothing but a bomb unpacks to more than this. */
const RATIO_MAX = 250;
/** So small that its ratio says nothing. */
const RATIO_FROM = MB;
const TYPES_MAX = MB;

const CONTENT_TYPES = '[content_types].xml';
/** The part that makes a zip a document of each kind. */
const MAIN_PARTS: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  pptx: 'ppt/presentation.xml',
  xlsx: 'xl/workbook.xml',
};
const MACROS = /(^|\/)(vbaproject\.bin|macrosheets\/|activex\/)/;
const PROGRAMS = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|class|sh|app)$/;

const tooMuch = (): DomainError =>
  refuseFile(
    'unpacks-too-large',
    'What is packed in this file is far more than a document holds. Copy what you need into a new one, and upload that.',
  );
const damaged = (): DomainError =>
  refuseFile(
    'damaged',
    'This file is damaged and cannot be read. Open it in its program, save it again, and upload that.',
  );
const locked = (): DomainError =>
  refuseFile('password', 'This file is protected by a password. Save it without one, and upload that.');
const notADocument = (): DomainError =>
  refuseFile('file-kind-not-taken', 'Archives are not taken. Upload the files one by one.');
const macros = (): DomainError =>
  refuseFile('macros', 'This file holds macros. Save it without them, as DOCX, PPTX or XLSX.');
const programs = (): DomainError =>
  refuseFile(
    'programs',
    'There is a program packed in this file. Take it out, and upload the document alone.',
  );

const partName = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/**
 * Looks at a document down to its parts, which are unpacked one at a time and never kept: what comes out is counted as
 * it comes, and a file that unpacks to too much, at once or against what it claims, is let go in the middle.
 */
export const checkOfficeFile = async (content: Buffer, { extension }: FileType): Promise<void> => {
  try {
    // The sizes that a file claims are held to what comes out; names that lead out of it are refused.
    const zip = await fromBufferPromise(content, { validateEntrySizes: true });
    const entries = await entriesOf(zip);
    const names = new Set(entries.map(({ fileName }) => partName(fileName)));
    if (names.size < entries.length) throw damaged();
    if (!names.has(CONTENT_TYPES) || !names.has(MAIN_PARTS[extension] ?? '')) throw notADocument();
    if ([...names].some((name) => MACROS.test(name))) throw macros();
    if ([...names].some((name) => PROGRAMS.test(name))) throw programs();
    let unpacked = 0;
    for (const entry of entries) unpacked = await unpack(zip, entry, unpacked);
  } catch (error) {
    throw asRefusal(error);
  }
};

const entriesOf = async (zip: ZipFile): Promise<Entry[]> => {
  if (zip.entryCount > ENTRIES_MAX) throw tooMuch();
  const entries: Entry[] = [];
  let claimed = 0;
  for await (const entry of zip.eachEntry()) {
    claimed += entry.uncompressedSize;
    if (claimed > UNPACKED_MAX || entries.length >= ENTRIES_MAX) throw tooMuch();
    if (entry.isEncrypted()) throw locked();
    if (!entry.canDecodeFileData()) throw damaged();
    entries.push(entry);
  }
  return entries;
};

/** Counts what a part holds, on top of what others did; the list of types is read, since it names macros by any name. */
const unpack = async (zip: ZipFile, entry: Entry, before: number): Promise<number> => {
  const isTypes = partName(entry.fileName) === CONTENT_TYPES;
  const types: Buffer[] = [];
  let ofThis = 0;
  // Leaving the loop destroys the stream, and with it whatever is still packed.
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const bytes = piece as Buffer;
    ofThis += bytes.length;
    if (before + ofThis > UNPACKED_MAX || (isTypes && ofThis > TYPES_MAX)) throw tooMuch();
    if (ofThis > RATIO_FROM && ofThis > entry.compressedSize * RATIO_MAX) throw tooMuch();
    if (isTypes) types.push(bytes);
  }
  if (/vbaProject|macroEnabled|macrosheet|activeX/i.test(Buffer.concat(types).toString('latin1')))
    throw macros();
  return before + ofThis;
};

/** What yauzl and zlib throw says nothing to a teacher; refusals of our own stay as they are. */
const asRefusal = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  const said = String((error as Partial<Error> | undefined)?.message);
  if (/encrypt/i.test(said)) return locked();
  return /too many bytes/i.test(said) ? tooMuch() : damaged();
};
