/** A kind of file that schools can open: what it is by its content, and the end of its name. */
export interface FileType {
  readonly contentType: string;
  readonly extension: string;
  readonly name: string;
}

const PDF: FileType = { contentType: 'application/pdf', extension: 'pdf', name: 'PDF' };
const PNG: FileType = { contentType: 'image/png', extension: 'png', name: 'PNG' };
const JPEG: FileType = { contentType: 'image/jpeg', extension: 'jpg', name: 'JPEG' };
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX: FileType = {
  contentType: `${OFFICE}.wordprocessingml.document`,
  extension: 'docx',
  name: 'Word',
};
const PPTX: FileType = {
  contentType: `${OFFICE}.presentationml.presentation`,
  extension: 'pptx',
  name: 'PowerPoint',
};
const XLSX: FileType = { contentType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx', name: 'Excel' };

/** What schools are given before a visit. */
export const VISIT_FILE_TYPES: readonly FileType[] = [PDF, DOCX, PNG, JPEG];
/** What people teach with. */
export const TEACHING_FILE_TYPES: readonly FileType[] = [PDF, PPTX, DOCX, XLSX, PNG, JPEG];

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Whether the bytes hold the text anywhere: file names stand in a zip as they are. */
const holds = (bytes: Uint8Array, text: string): boolean => {
  // The search for one byte is the platform's own: slides of 30 MB are looked through in a moment.
  for (let at = bytes.indexOf(text.charCodeAt(0)); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    if (textAt(bytes, at, text.length) === text) return true;
  }
  return false;
};

/** The file inside that makes a zip a document of each kind. */
const OFFICE_PARTS: readonly (readonly [FileType, string])[] = [
  [DOCX, 'word/document.xml'],
  [PPTX, 'ppt/presentation.xml'],
  [XLSX, 'xl/workbook.xml'],
];

/** Whether the bytes are a zip, which is what documents, sheets and slides are inside. */
export const isZip = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4) === 'PK\u0003\u0004';

/** Whether a document holds macros: then it is no document to send to schools, whatever it is called. */
export const hasMacros = (bytes: Uint8Array): boolean =>
  isZip(bytes) && (holds(bytes, 'vbaProject.bin') || holds(bytes, 'xl/macrosheets/'));

const officeTypeOf = (bytes: Uint8Array): FileType | null => {
  if (!isZip(bytes) || !holds(bytes, '[Content_Types].xml') || hasMacros(bytes)) return null;
  return OFFICE_PARTS.find(([, part]) => holds(bytes, part))?.[0] ?? null;
};

const typeOf = (bytes: Uint8Array): FileType | null => {
  if (textAt(bytes, 0, 5) === '%PDF-') return PDF;
  if (textAt(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return PNG;
  if (textAt(bytes, 0, 3) === '\u00ff\u00d8\u00ff') return JPEG;
  return officeTypeOf(bytes);
};

/** What a file is by its content, whatever its name says; null for anything but the kinds that are taken. */
export const fileTypeOf = (
  bytes: Uint8Array,
  taken: readonly FileType[] = VISIT_FILE_TYPES,
): FileType | null => {
  const type = typeOf(bytes);
  return type !== null && taken.includes(type) ? type : null;
};

const NAME_MAX = 80;

/** A file name that is safe in a header and on every disk: letters, digits and single dashes, with the end that its content asks for. */
export const safeFileName = (name: string, { extension }: FileType): string => {
  const stem = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, NAME_MAX)
    .replace(/^-+|-+$/g, '');
  return `${stem === '' ? 'file' : stem}.${extension}`;
};
