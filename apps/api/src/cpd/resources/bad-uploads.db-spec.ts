import { connect } from 'node:net';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import type { ZipPart } from '../../registrations/roster-files/workbook.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { A_PDF, anOfficeFile, aResource, formOf, shareFile } from './shelf.harness';

const MB = 1024 * 1024;

let test: TestApp;
let teacher: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(['934001']);
  teacher = await test.as('teacher', '934001');
  cpd = await aCpdProgramme(await test.as('staff'));
});
afterAll(() => test.close());

const TABLES = [
  'cpd_resources',
  'cpd_resource_versions',
  'cpd_resource_contents',
  'cpd_resource_pieces',
  'audit_records',
];
const rows = async (): Promise<readonly number[]> =>
  Promise.all(
    TABLES.map(async (table) => {
      const [row] = await test.database.select<{ n: number | string }>(`SELECT COUNT(*) AS n FROM ${table}`);
      return Number(row!.n);
    }),
  );

const said = () => aResource({ topicId: cpd.topic.id });
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const png = (...parts: readonly (readonly [string, number])[]): Buffer =>
  Buffer.concat([
    bytes('\u0089PNG\r\n\u001a\n'),
    ...parts.map(([name, size]) => {
      const part = Buffer.alloc(12 + size);
      part.writeUInt32BE(size, 0);
      part.write(name, 4, 'latin1');
      return part;
    }),
  ]);
const sheet = (more: readonly ZipPart[] = [], types?: string): Buffer =>
  anOfficeFile('xl/workbook.xml', more, types);
const bomb = (megabytes: number): ZipPart => ({
  name: 'xl/worksheets/sheet1.xml',
  content: Buffer.alloc(megabytes * MB, ' '),
});
const cut = (file: Buffer): Buffer => file.subarray(0, file.length - 40);

describe('what is plain is taken', () => {
  it.each([
    ['A plan.pdf', A_PDF, 'A-plan.pdf'],
    ['board.png', png(['IHDR', 13], ['IDAT', 40], ['IEND', 0]), 'board.png'],
    ['photo.jpeg', bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF picture \u00ff\u00d9'), 'photo.jpg'],
    ['Marks.xlsx', sheet([{ name: 'xl/sharedStrings.xml', content: '<sst/>' }]), 'Marks.xlsx'],
    ['Words.docx', anOfficeFile('word/document.xml'), 'Words.docx'],
    [
      'Slides.pptx',
      anOfficeFile('ppt/presentation.xml', [{ name: 'ppt/embeddings/oleObject1.bin', content: 'x^2' }]),
      'Slides.pptx',
    ],
    ['../../etc/cron.d/surds.pdf', A_PDF, 'surds.pdf'],
    ['C:\\temp\\Größe & Café.PDF', A_PDF, 'Gro-e-Cafe.pdf'],
    ['lesson.exe', A_PDF, 'lesson.pdf'],
  ])('%s', async (name, content, fileName) => {
    const { status, body } = await shareFile(teacher, said(), { name, content });
    expect({ status, content: body.content }).toMatchObject({
      status: 201,
      content: { current: { fileName, size: content.length } },
    });
  });
});

describe('what is broken or does harm is refused with its reason, and nothing is kept', () => {
  it.each<readonly [string, Buffer, string, string]>([
    ['nothing at all', Buffer.alloc(0), 'file-empty', 'The file is empty'],
    ['a film', bytes('\u0000\u0000\u0000\u0018ftypmp42'), 'file-kind-not-taken', 'none of them'],
    ['a renamed program', bytes('MZ\u0090\u0000\u0003'), 'file-kind-not-taken', 'is a program'],
    ['a renamed script', bytes('#!/bin/sh\nrm -rf /\n'), 'file-kind-not-taken', 'is a program'],
    [
      'an SVG with a script',
      bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'file-kind-not-taken',
      'SVG pictures can hold scripts',
    ],
    ['a web page', bytes('<!doctype html><script>alert(1)</script>'), 'file-kind-not-taken', 'Web pages'],
    [
      'an old Word document',
      bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'),
      'file-kind-not-taken',
      'old kind',
    ],
    ['a PDF that breaks off', bytes('%PDF-1.7\n1 0 obj'), 'damaged', 'breaks off'],
    [
      'a PDF with a script',
      bytes('%PDF-1.7\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\n%%EOF'),
      'active-content',
      'holds a script',
    ],
    [
      'a PDF that starts a program',
      bytes('%PDF-1.7\n<< /S /Launch /F (x) >>\n%%EOF'),
      'active-content',
      'starts a program',
    ],
    ['a picture that breaks off', png(['IHDR', 13], ['IDAT', 40]), 'damaged', 'breaks off'],
    [
      'a photograph that breaks off',
      bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF'),
      'damaged',
      'breaks off',
    ],
    [
      'a picture with a page behind it',
      Buffer.concat([png(['IHDR', 13], ['IEND', 0]), bytes('<script>alert(1)</script>')]),
      'hidden-content',
      'hidden behind it',
    ],
    [
      'a sheet with macros',
      sheet([{ name: 'xl/vbaProject.bin', content: 'x' }]),
      'file-kind-not-taken',
      'holds macros',
    ],
    [
      'a sheet with macros by another name',
      sheet(
        [{ name: 'xl/other.bin', content: 'x' }],
        '<Types><Override PartName="/xl/other.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      ),
      'macros',
      'holds macros',
    ],
    [
      'a sheet with a program in it',
      sheet([{ name: 'xl/media/setup.exe', content: 'MZ' }]),
      'programs',
      'program packed',
    ],
    [
      'a sheet that leads out of itself',
      sheet([{ name: '../../etc/passwd', content: 'x' }]),
      'damaged',
      'damaged',
    ],
    [
      'a sheet that breaks off',
      cut(sheet([{ name: 'xl/a.xml', content: 'x'.repeat(200) }])),
      'damaged',
      'damaged',
    ],
    [
      'a sheet under a password',
      sheet([{ name: 'xl/a.xml', content: 'x', flags: 1 }]),
      'password',
      'password',
    ],
    [
      'a bomb that unpacks a thousandfold',
      sheet([bomb(20)]),
      'unpacks-too-large',
      'far more than a document',
    ],
    [
      'a bomb that claims to be small',
      sheet([{ ...bomb(20), claimedSize: 100 }]),
      'unpacks-too-large',
      'far more than a document',
    ],
    [
      'a bomb of more than 150 MB',
      sheet([{ name: 'xl/a.xml', content: 'x', claimedSize: 151 * MB }]),
      'unpacks-too-large',
      'far more',
    ],
    [
      'a bomb of very many parts',
      sheet(Array.from({ length: 5_001 }, (_, n) => ({ name: `xl/${n}.xml`, content: '' }))),
      'unpacks-too-large',
      'far more',
    ],
    [
      'an archive that says it is a sheet',
      anOfficeFile('notes.txt', [{ name: 'a xl/workbook.xml', content: 'x' }]),
      'file-kind-not-taken',
      'Archives are not taken',
    ],
  ])('%s', async (_, content, code, reason) => {
    const before = await rows();
    const { status, body } = await shareFile(teacher, said(), { name: 'lesson.pdf', content });
    expect({ status, code: body.code, errors: body.errors }).toEqual({
      status: 400,
      code: 'validation-failed',
      errors: [{ field: 'file', code, message: expect.stringContaining(reason) }],
    });
    expect(await rows()).toEqual(before);
  });

  it.each(['a\u0001b.pdf', 'a\u007fb.pdf', `${'x'.repeat(300)}.pdf`])('the name %j', async (name) => {
    const before = await rows();
    const { body } = await shareFile(teacher, said(), { name, content: A_PDF });
    expect(body.errors).toMatchObject([{ field: 'file', code: 'file-name' }]);
    expect(await rows()).toEqual(before);
  });

  it('a file that is larger than its kind may be', async () => {
    const before = await rows();
    const content = Buffer.concat([A_PDF, Buffer.alloc(20 * MB), bytes('%%EOF')]);
    const { status, body } = await shareFile(teacher, said(), { name: 'long.pdf', content });
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'file-too-large' });
    expect(await rows()).toEqual(before);
  });

  it('a form without its words, with two files, or with the file in another field', async () => {
    const before = await rows();
    expect((await shareFile(teacher, { ...said(), title: '' })).status).toBe(400);
    expect((await shareFile(teacher, { ...said(), licence: 'mine' as 'partnership' })).status).toBe(400);
    const { type, payload } = formOf({ ...said() }, { name: 'a.pdf', content: A_PDF });
    const twice = bytes(
      payload
        .toString('latin1')
        .replace(/(--edge-of-a-part\r\n[^]*?name="file"[^]*?\r\n)(--edge-of-a-part--)/, '$1$1$2'),
    );
    const two = await teacher.sendBytes('POST', '/cpd/resources', type, twice);
    expect([400, 413]).toContain(two.status);
    const elsewhere = bytes(payload.toString('latin1').replace('name="file"', 'name="other"'));
    expect((await teacher.sendBytes('POST', '/cpd/resources', type, elsewhere)).status).toBe(400);
    const broken = await teacher.sendBytes('POST', '/cpd/resources', type, payload.subarray(0, -30));
    expect(broken.status).toBeGreaterThanOrEqual(400);
    expect(broken.status).toBeLessThan(500);
    expect(await rows()).toEqual(before);
  });
});

describe('an upload of a gigabyte', () => {
  const GIGABYTE = 1024 * MB;
  let port: number;

  beforeAll(async () => {
    await test.app.listen(0, '127.0.0.1');
    ({ port } = test.app.getHttpServer().address() as { port: number });
  });

  /** Sends as fast as the server takes it; how much it took, what it answered, and how far its memory grew. */
  const flood = (announced: boolean): Promise<{ sent: number; answer: string; grew: number }> =>
    new Promise((resolve) => {
      const { type, payload } = formOf({ ...said() }, { name: 'film.pdf', content: A_PDF });
      const begin = payload.subarray(0, -30);
      const chunk = Buffer.alloc(256 * 1024, 'x');
      const before = process.memoryUsage();
      let [sent, answer, most] = [0, '', 0];
      const socket = connect(port, '127.0.0.1');
      const inChunk = (piece: Buffer): Buffer =>
        announced ? piece : Buffer.concat([bytes(`${piece.length.toString(16)}\r\n`), piece, bytes('\r\n')]);
      const pump = (): void => {
        while (sent < GIGABYTE && !socket.destroyed) {
          const now = process.memoryUsage();
          most = Math.max(most, now.external + now.heapUsed);
          sent += chunk.length;
          if (!socket.write(inChunk(chunk))) return;
        }
      };
      socket.on('connect', () => {
        const length = announced
          ? `Content-Length: ${GIGABYTE + begin.length}`
          : 'Transfer-Encoding: chunked';
        socket.write(
          `POST /api/cpd/resources HTTP/1.1\r\nHost: x\r\nCookie: ${teacher.headers['cookie']}\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`,
        );
        socket.write(inChunk(begin));
        pump();
      });
      socket.on('drain', pump);
      socket.on('data', (data) => (answer += data.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve({ sent, answer, grew: most - before.external - before.heapUsed }));
    });

  it.each([
    ['that says how large it is, is refused before it is read', true, 64],
    ['that does not say so, is cut off where the largest file ends', false, 128],
  ])(
    '%s',
    async (_, announced, mostSent) => {
      const before = await rows();
      const { sent, answer, grew } = await flood(announced);
      expect(answer).toContain('HTTP/1.1 413');
      expect(answer).toContain('"code":"file-too-large"');
      expect(sent).toBeLessThan(mostSent * MB);
      expect(grew).toBeLessThan(150 * MB);
      expect(await rows()).toEqual(before);
    },
    60_000,
  );

  it('that breaks off leaves nothing behind, and the next upload is taken', async () => {
    const before = await rows();
    const { type, payload } = formOf({ ...said() }, { name: 'film.pdf', content: A_PDF });
    for (let n = 0; n < 8; n++) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(
            `POST /api/cpd/resources HTTP/1.1\r\nHost: x\r\nCookie: ${teacher.headers['cookie']}\r\nContent-Type: ${type}\r\nContent-Length: 9000\r\n\r\n`,
          );
          socket.write(payload.subarray(0, -30), () => setTimeout(() => socket.destroy(), 30));
        });
        socket.on('close', () => resolve());
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await rows()).toEqual(before);
    expect((await shareFile(teacher, said())).status).toBe(201);
  });
});
