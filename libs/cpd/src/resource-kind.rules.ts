import {
  type FileType,
  fileTypeOf,
  hasMacros,
  isZip,
  safeFileName,
  TEACHING_FILE_TYPES,
} from '@lectern/conferences';

const MB = 1024 * 1024;

/** The most bytes that a file of each kind has: slides hold pictures, and a picture is one. */
export const RESOURCE_BYTES: Readonly<Record<string, number>> = {
  pdf: 20 * MB,
  pptx: 30 * MB,
  docx: 10 * MB,
  xlsx: 10 * MB,
  png: 5 * MB,
  jpg: 5 * MB,
};

/** The most bytes of any file: an upload is cut off here, before its kind is known. */
export const RESOURCE_BYTES_MAX = Math.max(...Object.values(RESOURCE_BYTES));

/** The kinds of files that the shelf takes, in words for a form. */
export const RESOURCE_KINDS_WORDS = 'PDF, PowerPoint (PPTX), Word (DOCX), Excel (XLSX), PNG or JPEG';

export type ResourceFileDecision =
  | { readonly kind: 'taken'; readonly type: FileType; readonly fileName: string }
  | {
      readonly kind: 'refused';
      readonly code: 'file-empty' | 'file-too-large' | 'file-kind-not-taken';
      readonly words: string;
    };

const HEAD = 512;

/** The beginning of a file as text, blanks and byte order mark gone. */
const headOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, HEAD))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();

const PROGRAMS = [
  'MZ',
  '\u007fELF',
  '#!',
  '\u00cf\u00fa\u00ed\u00fe',
  '\u00ce\u00fa\u00ed\u00fe',
  '\u00ca\u00fe\u00ba\u00be',
];
const OLD_OFFICE = '\u00d0\u00cf\u0011\u00e0';

/** What a file that is not taken seems to be, and what its owner can do. */
const reasonOf = (bytes: Uint8Array): string => {
  const head = headOf(bytes);
  if (PROGRAMS.some((mark) => head.startsWith(mark))) {
    return 'This file is a program, whatever its name says. Programs are not taken.';
  }
  // Before the look at HTML: an SVG may begin as any other XML does.
  if (/<svg[\s>]/i.test(head))
    return 'SVG pictures can hold scripts and are not taken. Save the picture as PNG.';
  if (/^<(!doctype html|html|script|\?xml|!--)/i.test(head)) {
    return 'Web pages are not taken. Share a link to the page instead, or save it as PDF.';
  }
  if (head.startsWith(OLD_OFFICE)) {
    return 'This file is of an old kind that can hold macros. Save it as DOCX, PPTX or XLSX.';
  }
  if (hasMacros(bytes)) return 'This file holds macros. Save it without them, as DOCX, PPTX or XLSX.';
  if (isZip(bytes)) return 'Archives are not taken. Upload the files one by one.';
  return `The shelf takes ${RESOURCE_KINDS_WORDS}. This file is none of them, whatever its name says.`;
};

const megabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`;

/**
 * Decides whether a file may stand on the shelf, by its content; the name only says what to call it. What is inside a
 * document is not opened here: whoever unpacks one counts what comes out.
 */
export const decideResourceFile = (name: string, bytes: Uint8Array): ResourceFileDecision => {
  if (bytes.length === 0) {
    return { kind: 'refused', code: 'file-empty', words: 'The file is empty. Choose another.' };
  }
  const type = fileTypeOf(bytes, TEACHING_FILE_TYPES);
  if (type === null) return { kind: 'refused', code: 'file-kind-not-taken', words: reasonOf(bytes) };
  const most = RESOURCE_BYTES[type.extension] ?? 0;
  if (bytes.length > most) {
    const words = `The file is larger than ${megabytes(most)}, the most that a file of this kind (${type.name}) may have. Make it smaller, or share a link to it.`;
    return { kind: 'refused', code: 'file-too-large', words };
  }
  return { kind: 'taken', type, fileName: safeFileName(name, type) };
};

const LINK_LENGTH = 2000;

export type ResourceLinkReading =
  { readonly kind: 'ok'; readonly url: string } | { readonly kind: 'wrong'; readonly words: string };

const wrong = (words: string): ResourceLinkReading => ({ kind: 'wrong', words });

const parsed = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** A link as it may stand on the shelf: `https` only, to a named site, with nobody’s password in it. */
export const readResourceLink = (text: string): ResourceLinkReading => {
  const url = text.length > LINK_LENGTH ? null : parsed(text.trim());
  if (!url) return wrong('Enter a link, such as https://www.example.org/worksheet.');
  if (url.protocol !== 'https:') return wrong('The link must begin with https://.');
  if (url.username !== '' || url.password !== '') return wrong('Take the name and password out of the link.');
  // The last part of a site’s name has letters: addresses of machines do not.
  if (!/\.[a-z][a-z0-9-]+$/i.test(url.hostname)) return wrong('Enter the link of a public website.');
  return { kind: 'ok', url: url.href };
};
