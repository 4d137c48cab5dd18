import fc from 'fast-check';
import { fileTypeOf, hasMacros, safeFileName, TEACHING_FILE_TYPES } from './file-type.rules';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const docx = (...names: string[]): Uint8Array =>
  bytes(['PK\u0003\u0004', '[Content_Types].xml', 'x'.repeat(9000), ...names].join('\u0000'));

describe('what a file is', () => {
  it.each([
    ['PDF', bytes('%PDF-1.7\n…')],
    ['PNG', bytes('\u0089PNG\r\n\u001a\n\u0000')],
    ['JPEG', bytes('\u00ff\u00d8\u00ff\u00e0\u0000')],
    ['Word', docx('word/document.xml')],
  ])('is %s by its first bytes', (name, file) => {
    expect(fileTypeOf(file)?.name).toBe(name);
  });

  it.each([
    ['a page of HTML', bytes('<!doctype html><script>')],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a program', bytes('MZ\u0090')],
    ['nothing at all', bytes('')],
    ['a zip of something else', docx('xl/workbook.xml')],
    ['a Word document with macros', docx('word/document.xml', 'word/vbaProject.bin')],
    ['a page with a PDF in it', bytes(' %PDF-1.7')],
  ])('is none that is taken when it is %s', (_, file) => {
    expect(fileTypeOf(file)).toBeNull();
  });
});

describe('what is taken to teach with', () => {
  it.each([
    ['PowerPoint', docx('ppt/presentation.xml')],
    ['Excel', docx('xl/workbook.xml')],
    ['Word', docx('word/document.xml')],
  ])('is %s too', (name, file) => {
    expect(fileTypeOf(file, TEACHING_FILE_TYPES)?.name).toBe(name);
  });

  it.each(['ppt/vbaProject.bin', 'xl/macrosheets/sheet1.xml'])('is nothing with macros: %s', (part) => {
    const file = docx('xl/workbook.xml', part);
    expect(hasMacros(file)).toBe(true);
    expect(fileTypeOf(file, TEACHING_FILE_TYPES)).toBeNull();
  });
});

describe('a safe file name', () => {
  const pdf = fileTypeOf(bytes('%PDF-'))!;

  it.each([
    ['Risk assessment 2027.pdf', 'Risk-assessment-2027.pdf'],
    ['C:\\Users\\pat\\Plan.docx', 'Plan.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['Fußweg & Café.PDF', 'Fu-weg-Cafe.pdf'],
    ['a".pdf\r\nX: y', 'a-pdf-X-y.pdf'],
    ['…', 'file.pdf'],
  ])('%j is %s', (name, safe) => {
    expect(safeFileName(name, pdf)).toBe(safe);
  });

  it('is safe for any name at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(safeFileName(name, pdf)).toMatch(/^[A-Za-z0-9-]{1,80}\.pdf$/);
      }),
    );
  });
});
