import { DomainError } from '@lectern/core';
import type { RosterCells } from '@lectern/registrations';
import { CsvError, parse } from 'csv-parse/sync';
import { findDelimiter } from './delimiter';
import { charactersOf, COLUMNS_MAX, refuseFile, ROW_CHARACTERS_MAX } from './roster-file';
import { decodeRosterText } from './roster-text';

export const ROSTER_FILE_BYTES_MAX = 5 * 1024 * 1024;

const LINES_MAX = 20_000;

/** Spreadsheets may name their delimiter on a first line of its own. */
const DELIMITER_LINE = /^sep=([,;\t])[ \t]*(?:\n|$)/i;

/**
 * Reads a CSV file or cells pasted from a spreadsheet: UTF-8 or Windows-1252, commas, semicolons or tabs, line
 * breaks inside quotes, rows of any length. Throws a DomainError that says what to mend, with the line where it is one.
 */
export const readDelimitedRoster = (source: Uint8Array | string): readonly RosterCells[] => {
  if (source.length > ROSTER_FILE_BYTES_MAX) {
    throw new DomainError(
      'too-large',
      'file-too-large',
      'The file is larger than 5 MB. Keep only the list in it.',
    );
  }
  // One kind of line break, so that lines are counted as the reader of the file counts them.
  const text = decodeRosterText(source).replace(/\r\n?/g, '\n');
  refuseUnreadable(text);
  const named = DELIMITER_LINE.exec(text);
  return named
    ? readRows(text.slice(named[0].length), named[1] ?? ',', 1)
    : readRows(text, findDelimiter(text), 0);
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const refuseUnreadable = (text: string): void => {
  const nul = text.indexOf('\u0000');
  if (nul >= 0) {
    const words = `Line ${lineAt(text, nul)} has a character that is not text.`;
    throw refuseFile('not-text', `${words} Save the sheet as CSV again, or copy the cells and paste them.`);
  }
  if (text.trim() === '')
    throw refuseFile('empty', 'The file is empty. Choose the file that holds the list.');
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > LINES_MAX) {
    throw refuseFile(
      'too-many-lines',
      `The file has ${lines} lines. Keep only the rows of those who are coming.`,
    );
  }
};

const readRows = (text: string, delimiter: string, linesBefore: number): readonly RosterCells[] => {
  const rows: RosterCells[] = [];
  let linesRead = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (values, { lines }) => {
        // The parser says where a row ends; it begins on the line after the end of the one before.
        const line = linesBefore + linesRead + 1;
        linesRead = lines;
        refuseHuge(values, line);
        if (values.some((value) => value.trim() !== '')) rows.push({ line, values });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error, linesBefore + linesRead + 1);
    throw error;
  }
  return rows;
};

const refuseHuge = (values: readonly string[], line: number): void => {
  if (values.length > COLUMNS_MAX) {
    const words = `Line ${line} has ${values.length} columns.`;
    throw refuseFile('too-many-columns', `${words} Keep only the columns of names, year groups and needs.`);
  }
  if (charactersOf(values) > ROW_CHARACTERS_MAX) {
    const words = `The row that begins on line ${line} is too long to be one person.`;
    throw refuseFile('row-too-long', `${words} Look for a quotation mark that is not closed.`);
  }
};

const unreadable = (error: CsvError, line: number): DomainError => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return refuseFile(
      'quote-not-closed',
      `A quotation mark on line ${line} is opened and never closed. Take it out, or close it after the same cell.`,
    );
  }
  return refuseFile(
    'not-delimited',
    `Line ${line} cannot be read. Save the sheet as CSV again, or copy the cells and paste them.`,
  );
};
