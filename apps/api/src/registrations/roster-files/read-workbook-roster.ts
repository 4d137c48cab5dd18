import type { RosterCells } from '@lectern/registrations';
import { readSheet, type Sheet } from './read-sheet';
import { refuseFile, type RosterFile } from './roster-file';
import { readWorkbook, type SheetPart, type Workbook } from './workbook-parts';
import { WorkbookZip } from './workbook-zip';

const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const SAVE_AS =
  'In your spreadsheet program choose “Save as” and “Excel workbook (.xlsx)”, or copy the cells and paste them.';

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether a file is a workbook by what it holds, whatever it is called: today's kind, or the old one. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [...ZIPS, OLD_OFFICE].some((start) => beginsWith(bytes, start));

/**
 * Reads an Excel workbook (.xlsx, or .xlsm whose macros never run): its first visible sheet with a table. Formulas
 * count for their results, dates are written as 2011-05-03. Throws a DomainError that says what to mend.
 */
export const readWorkbookRoster = async (bytes: Uint8Array): Promise<RosterFile> => {
  if (beginsWith(bytes, OLD_OFFICE)) throw oldOffice(bytes);
  const zip = await WorkbookZip.open(bytes);
  if (!zip.has('xl/workbook.xml')) throw await otherKind(zip);
  const workbook = await readWorkbook(zip);
  const chosen = await chooseSheet(zip, workbook);
  if (!chosen) throw refuseFile('empty', 'This workbook has no rows. Choose the file that holds the list.');
  return { cells: chosen.sheet.rows, notices: await noticesOf(zip, workbook, chosen) };
};

interface Chosen {
  readonly part: SheetPart;
  readonly sheet: Sheet;
}

const filled = (row: RosterCells): number => row.values.filter((value) => value.trim() !== '').length;

/** Two rows of two cells or more are a table; a page of instructions is not. */
const isTable = (rows: readonly RosterCells[]): boolean => rows.filter((row) => filled(row) > 1).length > 1;

/** The first sheet with a table; without one, the first sheet that holds anything, such as names in one column. */
const chooseSheet = async (zip: WorkbookZip, workbook: Workbook): Promise<Chosen | undefined> => {
  let other: SheetPart | undefined;
  for (const part of workbook.sheets) {
    const { rows } = await readSheet(zip, part.part, workbook, isTable);
    if (isTable(rows)) return { part, sheet: await readSheet(zip, part.part, workbook) };
    if (rows.length > 0) other ??= part;
  }
  return other ? { part: other, sheet: await readSheet(zip, other.part, workbook) } : undefined;
};

const noticesOf = async (
  zip: WorkbookZip,
  workbook: Workbook,
  { part, sheet }: Chosen,
): Promise<readonly string[]> => {
  const others: string[] = [];
  for (const other of workbook.sheets.filter((one) => one !== part)) {
    const { rows } = await readSheet(zip, other.part, workbook, (found) => found.length > 0);
    if (rows.length > 0) others.push(`“${other.name}”`);
  }
  return [
    ...(workbook.sheets.length > 1 ? [`The list was read from the sheet “${part.name}”.`] : []),
    ...(others.length > 0
      ? [
          `${others.length === 1 ? 'Another sheet has' : 'Other sheets have'} rows too and ${others.length === 1 ? 'was' : 'were'} not read: ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' and more' : ''}. To send ${others.length === 1 ? 'it' : 'them'}, put everybody on one sheet, or add each sheet as a file of its own.`,
        ]
      : []),
    ...(sheet.hiddenRows > 0
      ? [
          `${sheet.hiddenRows === 1 ? 'One row is' : `${sheet.hiddenRows} rows are`} hidden in the sheet and ${sheet.hiddenRows === 1 ? 'was' : 'were'} read as well. Take off whoever is not coming.`,
        ]
      : []),
    ...(sheet.missingResults > 0
      ? [
          `${sheet.missingResults === 1 ? 'One cell holds a formula' : `${sheet.missingResults} cells hold formulas`} without a saved result. Open the workbook in your spreadsheet program, save it and choose it again.`,
        ]
      : []),
  ];
};

/** The old kind of Excel file, or a new one that a password locks: both are kept in the old kind of container. */
const oldOffice = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
    ? refuseFile(
        'password',
        'This workbook is protected by a password. Save it without one, or copy the cells and paste them.',
      )
    : refuseFile('old-workbook', `This is a file of the old Excel kind (.xls). ${SAVE_AS}`);

const otherKind = async (zip: WorkbookZip) => {
  if (zip.has('xl/workbook.bin')) {
    return refuseFile('binary-workbook', `This is a binary workbook (.xlsb). ${SAVE_AS}`);
  }
  if (/opendocument/.test(await zip.beginning('mimetype'))) {
    return refuseFile('open-document', `This is an OpenDocument file (.ods). ${SAVE_AS}`);
  }
  return refuseFile('not-a-workbook', `This file holds no workbook. ${SAVE_AS}`);
};
