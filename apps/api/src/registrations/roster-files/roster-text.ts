import { validationFailed } from '@lectern/core';

/** How files begin that hold no text: workbooks (zip and the older kind), PDF and pictures. */
const NOT_TEXT = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const;

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** What Windows-1252 has at 0x80 to 0x9F, where it differs from Latin-1; its five gaps stay as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Some releases of Node 20 to 24 decode "windows-1252" as Latin-1, which loses apostrophes such as O’Hara's.
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);

/**
 * The text of an uploaded list: UTF-8 with or without its mark, UTF-16 with its mark (a spreadsheet's "Unicode
 * text"), else Windows-1252, which is what spreadsheets in Britain write. Refuses workbooks and PDF files.
 */
export const decodeRosterText = (source: Uint8Array | string): string => {
  if (typeof source === 'string') return source.replace(/^\ufeff/, '');
  if (NOT_TEXT.some((start) => beginsWith(source, start))) {
    const message =
      'Save the sheet as an Excel workbook (.xlsx) or as CSV, or copy the cells and paste them.';
    throw validationFailed([{ field: 'file', code: 'not-csv', message }]);
  }
  if (beginsWith(source, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(source);
  if (beginsWith(source, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(source);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return decodeWindows1252(source);
  }
};
