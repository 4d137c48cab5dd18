import type { RosterCells } from '@lectern/registrations';
import { charactersOf, COLUMNS_MAX, refuseFile, ROW_CHARACTERS_MAX } from './roster-file';
import { TextCollector, type Workbook } from './workbook-parts';
import { EnoughRead, type WorkbookZip } from './workbook-zip';

/** A roster has 500 people; a list with titles, gaps and people to be left out may have some more. */
const ROWS_MAX = 2_000;
const LINES_MAX = 1_048_576;

/** What one sheet holds. */
export interface Sheet {
  readonly rows: readonly RosterCells[];
  /** Rows that its reader does not see, such as those that a filter leaves out. */
  readonly hiddenRows: number;
  /** Formulas whose results the file does not hold. */
  readonly missingResults: number;
}

const DAY = 86_400_000;

/** The day that a number stands for. Of those before 1 March 1900, which spreadsheets count wrongly, none is asked for. */
const dayOf = (serial: number, from1904: boolean): string => {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(start + Math.floor(serial) * DAY);
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 10);
};

/** The column of a reference such as `AB12`, counted from 0; undefined when it is none. */
const columnOf = (reference: string): number | undefined => {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d*$/.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

/** Reads the rows of a sheet as it is unpacked; formulas count for their results. `enough` ends the reading early. */
export const readSheet = async (
  zip: WorkbookZip,
  part: string,
  workbook: Workbook,
  enough: (rows: readonly RosterCells[]) => boolean = () => false,
): Promise<Sheet> => {
  const reader = new SheetReader(workbook, enough);
  await zip.read(part, reader);
  return reader;
};

class SheetReader implements Sheet {
  readonly rows: RosterCells[] = [];
  hiddenRows = 0;
  missingResults = 0;
  private line = 0;
  private isHidden = false;
  private column = -1;
  private values: string[] = [];
  private type = '';
  private style = 0;
  private value = '';
  private hasFormula = false;
  private isInValue = false;
  private readonly inline = new TextCollector();

  constructor(
    private readonly workbook: Workbook,
    private readonly enough: (rows: readonly RosterCells[]) => boolean,
  ) {}

  open(name: string, attribute: (name: string) => string): void {
    if (name === 'row') this.openRow(Number(attribute('r')), attribute('hidden'));
    else if (name === 'c') this.openCell(attribute('r'), attribute('t'), Number(attribute('s') || 0));
    else if (name === 'v') this.isInValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'is') this.inline.begin();
    else this.inline.open(name);
  }

  close(name: string): void {
    if (name === 'v') this.isInValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.isInValue) this.value += text;
    else this.inline.text(text);
  }

  private openRow(number: number, hidden: string): void {
    const isPlace = Number.isInteger(number) && number > this.line && number <= LINES_MAX;
    this.line = isPlace ? number : this.line + 1;
    this.isHidden = /^(1|true)$/.test(hidden);
    this.column = -1;
    this.values = [];
  }

  private openCell(reference: string, type: string, style: number): void {
    this.column = columnOf(reference) ?? this.column + 1;
    this.type = type;
    this.style = style;
    this.value = '';
    this.hasFormula = false;
    this.inline.begin();
  }

  private closeCell(): void {
    const text = this.shown();
    if (text.trim() === '') {
      if (this.hasFormula && this.value === '' && this.type === '') this.missingResults += 1;
      return;
    }
    if (this.column >= COLUMNS_MAX) {
      throw refuseFile(
        'too-many-columns',
        `Row ${this.line} has more than ${COLUMNS_MAX} columns. Keep only the columns of names, year groups and needs.`,
      );
    }
    while (this.values.length < this.column) this.values.push('');
    this.values[this.column] = text;
  }

  /** The cell as a reader sees it; one that shows an error, such as #REF!, says nothing. */
  private shown(): string {
    switch (this.type) {
      case 's':
        return this.workbook.texts[Number(this.value)] ?? '';
      case 'inlineStr':
        return this.inline.take();
      case 'str':
        return this.value;
      case 'b':
        return this.value.trim() === '' ? '' : this.value.trim() === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return this.value.slice(0, 10);
      default:
        return this.number(this.value.trim());
    }
  }

  private number(value: string): string {
    const number = Number(value);
    if (value === '' || !Number.isFinite(number)) return value;
    const isDate = this.workbook.showsDate[this.style] === true && number >= 1;
    // 9 that was worked out may be kept as 8.999999999999998.
    return isDate ? dayOf(number, this.workbook.from1904) : String(Number(number.toPrecision(14)));
  }

  private closeRow(): void {
    if (this.values.length === 0) return;
    if (charactersOf(this.values) > ROW_CHARACTERS_MAX) {
      throw refuseFile('row-too-long', `Row ${this.line} is too long to be one person.`);
    }
    if (this.rows.length >= ROWS_MAX) {
      throw refuseFile(
        'too-many-rows',
        `This sheet has more than ${ROWS_MAX.toLocaleString('en-GB')} rows and a roster has 500 people at most. Keep only the rows of those who are coming.`,
      );
    }
    if (this.isHidden) this.hiddenRows += 1;
    this.rows.push({ line: this.line, values: this.values });
    if (this.enough(this.rows)) throw new EnoughRead();
  }
}
