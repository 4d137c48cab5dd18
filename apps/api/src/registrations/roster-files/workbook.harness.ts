import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file; what it claims may differ from what it is. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claimedSize?: number;
  readonly flags?: number;
}

/** A zip file, made by hand so that specs can make bad ones. */
export const zipOf = (parts: readonly ZipPart[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 6 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimedSize ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 'latin1');
    entry.writeUInt16LE(20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    central.push(Buffer.concat([entry, Buffer.from(name)]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

/** A cell: a text, a number, or a cell of its own in XML. */
export type Cell = string | number | { readonly xml: string } | null;

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const cellXml = (cell: Cell, reference: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  return cell.xml.replace('<c', `<c r="${reference}"`);
};

export const sheetXml = ({ rows, hiddenRows = [] }: Pick<SheetOf, 'rows' | 'hiddenRows'>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (row, index) =>
        `<row r="${index + 1}"${hiddenRows.includes(index + 1) ? ' hidden="1"' : ''}>${row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** The parts of a workbook; more parts, or others in their place, may be given. */
export const workbookParts = (sheets: readonly SheetOf[], more: readonly ZipPart[] = []): ZipPart[] => {
  const usual: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"${hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="http://x/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}</Relationships>`,
    },
    ...sheets.map((sheet, n) => ({ name: `xl/worksheets/sheet${n + 1}.xml`, content: sheetXml(sheet) })),
  ];
  const replaced = new Set(more.map(({ name }) => name));
  return [...usual.filter(({ name }) => !replaced.has(name)), ...more];
};

export const workbookOf = (sheets: readonly SheetOf[], more: readonly ZipPart[] = []): Buffer =>
  zipOf(workbookParts(sheets, more));

/** A workbook of one sheet. */
export const sheetOf = (rows: SheetOf['rows'], more: readonly ZipPart[] = []): Buffer =>
  workbookOf([{ name: 'Sheet1', rows }], more);
