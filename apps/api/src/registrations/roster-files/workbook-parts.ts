import { refuseFile } from './roster-file';
import type { WorkbookZip } from './workbook-zip';

const SHEETS_MAX = 100;
const TEXTS_MAX = 100_000;
const TEXT_CHARACTERS_MAX = 8_000_000;
const STYLES_MAX = 70_000;

/** A sheet of a workbook that its reader can see. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** The texts that cells refer to by number. */
  readonly texts: readonly string[];
  /** For each cell format, whether it shows a date. */
  readonly showsDate: readonly boolean[];
  /** Whether dates count from 1904, as old workbooks from a Mac do. */
  readonly from1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

/** Reads what every sheet of a workbook shares. */
export const readWorkbook = async (zip: WorkbookZip): Promise<Workbook> => {
  const { listed, from1904 } = await readList(zip);
  const targets = await readTargets(zip);
  const sheets = listed.flatMap(({ id, name }) => {
    const part = targets.get(id);
    return part === undefined || !zip.has(part) ? [] : [{ name, part }];
  });
  return { sheets, texts: await readTexts(zip), showsDate: await readFormats(zip), from1904 };
};

const readList = async (zip: WorkbookZip) => {
  const listed: { readonly id: string; readonly name: string }[] = [];
  let from1904 = false;
  await zip.read(WORKBOOK, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904'));
      if (name !== 'sheet' || /hidden/i.test(attribute('state'))) return;
      if (listed.length >= SHEETS_MAX) {
        throw refuseFile(
          'too-many-sheets',
          `This workbook has more than ${SHEETS_MAX} sheets. Copy the list into a new workbook and save that.`,
        );
      }
      listed.push({ id: attribute('id'), name: attribute('name').slice(0, 60) });
    },
    close: ignore,
    text: ignore,
  });
  return { listed, from1904 };
};

const readTargets = async (zip: WorkbookZip): Promise<ReadonlyMap<string, string>> => {
  const targets = new Map<string, string>();
  await zip.read('xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      if (name !== 'Relationship' || !attribute('Type').endsWith('/worksheet')) return;
      const target = attribute('Target');
      targets.set(attribute('Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: ignore,
    text: ignore,
  });
  return targets;
};

/** The shared texts; of rich text the runs put together, of Japanese text not its reading aid. */
const readTexts = async (zip: WorkbookZip): Promise<readonly string[]> => {
  const texts: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let characters = 0;
  const collector = new TextCollector();
  await zip.read('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') collector.begin();
      collector.open(name);
    },
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      const text = collector.take();
      characters += text.length;
      if (texts.length >= TEXTS_MAX || characters > TEXT_CHARACTERS_MAX) {
        throw refuseFile(
          'too-many-texts',
          'This workbook holds far more than a list of names. Copy the list into a new workbook and save that.',
        );
      }
      texts.push(text);
    },
    text: (text) => {
      collector.text(text);
    },
  });
  return texts;
};

/** Numbers of the built-in formats that show a date. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format of somebody's own shows days, months or years: not between quotation marks or brackets. */
const isDateCode = (code: string): boolean =>
  /[dy]|mmm/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/gi, ''));

const readFormats = async (zip: WorkbookZip): Promise<readonly boolean[]> => {
  const own = new Map<number, boolean>();
  const showsDate: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return showsDate;
  let ofCells = false;
  await zip.read('xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'numFmt' && own.size < STYLES_MAX) {
        own.set(Number(attribute('numFmtId')), isDateCode(attribute('formatCode')));
      }
      if (name === 'cellXfs') ofCells = true;
      if (name === 'xf' && ofCells && showsDate.length < STYLES_MAX) {
        const id = Number(attribute('numFmtId') || 0);
        showsDate.push(own.get(id) ?? isBuiltInDate(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') ofCells = false;
    },
    text: ignore,
  });
  return showsDate;
};

/** Puts together the text of one cell or one shared text. */
export class TextCollector {
  private parts = '';
  private isInText = false;
  private aids = 0;

  begin(): void {
    this.parts = '';
    this.isInText = false;
    this.aids = 0;
  }

  open(name: string): void {
    if (name === 'rPh') this.aids += 1;
    if (name === 't') this.isInText = this.aids === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.aids -= 1;
    if (name === 't') this.isInText = false;
  }

  text(text: string): void {
    if (this.isInText) this.parts += text;
  }

  /** The text, with characters that XML cannot hold (`_x000D_`) as they were. */
  take(): string {
    return this.parts.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
}

const ignore = (): void => undefined;
