import fc from 'fast-check';
import {
  decideResourceFile,
  readResourceLink,
  RESOURCE_BYTES,
  RESOURCE_BYTES_MAX,
} from './resource-kind.rules';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (...names: string[]): Uint8Array =>
  bytes(['PK\u0003\u0004', '[Content_Types].xml', ...names].join('\u0000'));
const words = (name: string, file: Uint8Array): string => {
  const decision = decideResourceFile(name, file);
  return decision.kind === 'taken' ? `taken as ${decision.fileName}` : `${decision.code}: ${decision.words}`;
};

describe('files on the shelf', () => {
  it.each([
    ['Surds.pdf', bytes('%PDF-1.7'), 'Surds.pdf'],
    ['Surds.pptx', zip('ppt/presentation.xml'), 'Surds.pptx'],
    ['Surds.docx', zip('word/document.xml'), 'Surds.docx'],
    ['Marks.xlsx', zip('xl/workbook.xml'), 'Marks.xlsx'],
    ['board.PNG', bytes('\u0089PNG\r\n\u001a\n'), 'board.png'],
    ['board.jpeg', bytes('\u00ff\u00d8\u00ff'), 'board.jpg'],
  ])('%s is taken', (name, file, fileName) => {
    expect(decideResourceFile(name, file)).toMatchObject({ kind: 'taken', fileName });
  });

  it('are called what they are, whatever they were called', () => {
    expect(words('Slides.docx', bytes('%PDF-1.7'))).toBe('taken as Slides.pdf');
    expect(words('../../etc/cron.d/x', bytes('%PDF-1.7'))).toBe('taken as x.pdf');
    expect(words('C:\\temp\\a\u0000b\r\n.pdf', bytes('%PDF-1.7'))).toBe('taken as a-b.pdf');
    expect(words('', bytes('%PDF-1.7'))).toBe('taken as file.pdf');
  });

  it.each([
    ['a renamed Windows program', bytes('MZ\u0090\u0000'), 'is a program'],
    ['a renamed Linux program', bytes('\u007fELF\u0002'), 'is a program'],
    ['a shell script', bytes('#!/bin/sh\n'), 'is a program'],
    [
      'an SVG with a script',
      bytes('<svg xmlns="x"><script>alert(1)</script></svg>'),
      'SVG pictures can hold scripts',
    ],
    ['an SVG that begins as XML', bytes('\u00ef\u00bb\u00bf \n<?xml version="1.0"?><svg>'), 'SVG pictures'],
    ['a web page', bytes('<!DOCTYPE html><p>'), 'Web pages are not taken'],
    ['an old Word document', bytes('\u00d0\u00cf\u0011\u00e0\u00a1'), 'old kind'],
    ['a sheet with macros', zip('xl/workbook.xml', 'xl/vbaProject.bin'), 'holds macros'],
    ['an archive', zip('notes.txt'), 'Archives are not taken'],
    ['a film', bytes('\u0000\u0000\u0000\u0018ftypmp42'), 'none of them'],
    ['a PDF behind other bytes', bytes('GIF89a%PDF-1.7'), 'none of them'],
  ])('%s is refused with its reason, though it is called lesson.pdf', (_, file, reason) => {
    const said = words('lesson.pdf', file);
    expect(said).toContain('file-kind-not-taken');
    expect(said).toContain(reason);
  });

  it('have a size: neither nothing nor more than their kind needs', () => {
    const picture = new Uint8Array(RESOURCE_BYTES['png']! + 1);
    picture.set(bytes('\u0089PNG\r\n\u001a\n'));
    expect(words('a.png', new Uint8Array())).toBe('file-empty: The file is empty. Choose another.');
    expect(words('a.png', picture)).toBe(
      'file-too-large: The file is larger than 5 MB, the most that a file of this kind (PNG) may have. Make it smaller, or share a link to it.',
    );
    expect(words('a.png', picture.subarray(0, -1))).toBe('taken as a.png');
    expect(RESOURCE_BYTES_MAX).toBe(30 * 1024 * 1024);
  });

  it('are decided on for any bytes and any name, and never kept under a dangerous one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 40 }), (name, tail) => {
        const decision = decideResourceFile(name, Uint8Array.from([...bytes('%PDF-'), ...tail]));
        expect(decision.kind === 'taken' && /^[A-Za-z0-9-]{1,80}\.pdf$/.test(decision.fileName)).toBe(true);
        expect(decideResourceFile(name, tail).kind).toMatch(/taken|refused/);
      }),
    );
  });
});

describe('links on the shelf', () => {
  it('lead to a public website by https', () => {
    expect(readResourceLink(' https://www.example.org/a b?c=1 ')).toEqual({
      kind: 'ok',
      url: 'https://www.example.org/a%20b?c=1',
    });
  });

  it.each([
    'http://www.example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/',
    'https://pat:secret@example.org/',
    'https://localhost/x',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'www.example.org',
    '',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('are not %j', (link) => {
    expect(readResourceLink(link)).toMatchObject({ kind: 'wrong' });
  });
});
