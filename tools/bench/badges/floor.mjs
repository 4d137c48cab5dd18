import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../../commands.mjs';

// The floor of `badges`: bare pdfkit drawing the same badges with every size and place known beforehand, over bare
// node:http. It reads no database, signs nothing and fits no text; the symbol's rectangles come from the product.
const require = createRequire(join(ROOT, 'package.json'));
const PDFDocument = require('pdfkit');
const { qrSymbol } = require(join(ROOT, 'dist/apps/api/apps/api/src/platform/printing/qr-symbol.js'));
const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

const [file, port] = process.argv.slice(2);
const people = JSON.parse(readFileSync(file, 'utf8'));
const mm = (millimetres) => (millimetres * 72) / 25.4;

const INK = '#000000';
const QUIET = '#444444';
const LINE = '#999999';

const drawSymbol = (document, code) => {
  const { size, dark } = qrSymbol(code);
  document
    .save()
    .translate(mm(4), mm(86))
    .scale(mm(58) / (size + 8));
  for (const { x, y, width, height } of dark) document.rect(x + 4, y + 4, width, height);
  document.fill(INK).restore();
};

const drawBadge = (document, person) => {
  const line = (text, font, size, colour, x, y) =>
    document.font(font).fontSize(size).fillColor(colour).text(text, mm(x), mm(y), { lineBreak: false });
  document.addPage();
  line('Mathematics beyond the classroom', 'bold', 13, INK, 8, 8);
  line('Tuesday 9 March 2027, The Arden Building', 'regular', 8.5, QUIET, 8, 14);
  document.moveTo(mm(8), mm(29)).lineTo(mm(97), mm(29)).lineWidth(0.75).stroke(LINE);
  line(person.givenName, 'bold', 46, INK, 8, 33);
  line(person.familyName, 'bold', 22, INK, 8, 52);
  line(person.school, 'regular', 12, INK, 8, 63);
  drawSymbol(document, person.code);
  line('Code for typing', 'regular', 7.5, QUIET, 63, 112);
  line(person.shortCode, 'bold', 15, INK, 63, 115);
  document.roundedRect(mm(63), mm(124.5), mm(34), mm(15.5), mm(1)).lineWidth(0.75).stroke(LINE);
  line('Survey code', 'regular', 7.5, QUIET, 64.5, 125.5);
};

createServer((_request, response) => {
  const document = new PDFDocument({ size: [mm(105), mm(148)], margin: 0, autoFirstPage: false });
  document.registerFont('regular', join(FONTS, 'DejaVuSansCondensed.ttf'));
  document.registerFont('bold', join(FONTS, 'DejaVuSansCondensed-Bold.ttf'));
  document.pipe(response);
  for (const person of people) drawBadge(document, person);
  document.end();
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));
