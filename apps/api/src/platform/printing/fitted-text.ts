import { BOLD, INK, type PrintedDocument } from './printed-document';

/** A box for text, in points. */
export interface TextBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
  /** How small the text may become before it is cut. */
  readonly smallest: number;
  /** Lines it may take; 1 when left out. */
  readonly lines?: number;
  /** Stay on one line while the text is at least this large; below, take more lines, no larger than this. */
  readonly wrapBelow?: number;
  /** The height in which the text must stand whole: ever smaller and on more lines before it is cut. */
  readonly whole?: number;
  readonly font?: string;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Text laid into lines: their words and widths, as if the font were one point large. */
interface Line {
  readonly text: string;
  readonly width: number;
}

interface Fitted {
  readonly size: number;
  readonly lines: readonly Line[];
}

type Measure = (part: string) => number;

const STEP = 0.5;
const MEASURE = 1000;
/** Below this nobody reads, so not even a whole text goes there. */
const FLOOR = 3.5;

/**
 * Writes text as large as its box allows: smaller until it fits, on more lines where the box says so, and cut with an
 * ellipsis only when nothing else helps. Returns the height that it took, 0 for an empty text.
 */
export const fitText = (document: PrintedDocument, text: string, box: TextBox): number => {
  if (text === '') return 0;
  document.font(box.font ?? BOLD).fontSize(MEASURE);
  const measure = (part: string): number => document.widthOfString(part) / MEASURE;
  const lineHeight = document.currentLineHeight(true) / MEASURE;
  const parts = partsOf(text, measure);
  const { size, lines } =
    fit(parts, box, lineHeight) ?? fitWhole(parts, box, lineHeight, measure) ?? squeezed(parts, box, measure);

  document.fontSize(size).fillColor(box.colour ?? INK);
  const height = lineHeight * size;
  lines.forEach((line, index) => {
    const free = box.width - line.width * size;
    const shift = box.align === 'center' ? free / 2 : box.align === 'right' ? free : 0;
    document.text(line.text, box.left + shift, box.top + index * height, { lineBreak: false });
  });
  return lines.length * height;
};

/** Cuts a text where a line may end: at spaces and after hyphens. */
const partsOf = (text: string, measure: Measure): readonly Line[] =>
  text.split(/(?<=[\s-])(?=\S)/u).map((part) => ({ text: part, width: measure(part) }));

const fits = (lines: readonly Line[], width: number): boolean => lines.every((line) => line.width <= width);

/** The largest size at which the text breaks only between words; null when even the smallest is too large. */
const fit = (parts: readonly Line[], box: TextBox, lineHeight: number): Fitted | null => {
  const most = box.lines ?? 1;
  const wrapBelow = box.wrapBelow ?? box.size;
  for (let size = box.size; size >= box.smallest; size -= STEP) {
    const width = box.width / size;
    const lines = wrap(parts, width);
    const allowed = Math.min(size > wrapBelow ? 1 : most, (box.whole ?? Infinity) / (lineHeight * size));
    if (lines.length <= allowed && fits(lines, width)) return { size, lines };
  }
  return null;
};

/** For a text that must stand whole: as many lines as the height holds, broken within words if need be. */
const fitWhole = (
  parts: readonly Line[],
  box: TextBox,
  lineHeight: number,
  measure: Measure,
): Fitted | null => {
  if (box.whole === undefined) return null;
  for (let size = Math.min(box.size, box.wrapBelow ?? box.size); size >= FLOOR; size -= STEP) {
    const width = box.width / size;
    const lines = wrap(
      parts.flatMap((part) => broken(part, width, measure)),
      width,
    );
    if (lines.length * lineHeight * size <= box.whole) return { size, lines };
  }
  return null;
};

/** What cannot fit: its smallest size, the last line cut. */
const squeezed = (
  parts: readonly Line[],
  { smallest, width, lines: most = 1 }: TextBox,
  measure: Measure,
): Fitted => {
  const lines = wrap(parts, width / smallest);
  const kept =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).reduce(join)];
  return { size: smallest, lines: kept.map((line) => cut(line, width / smallest, measure)) };
};

const join = (one: Line, two: Line): Line => ({ text: one.text + two.text, width: one.width + two.width });

const wrap = (parts: readonly Line[], width: number): readonly Line[] => {
  const lines: Line[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last && last.width + part.width <= width) lines[lines.length - 1] = join(last, part);
    else lines.push(part);
  }
  return lines;
};

/** A word in pieces that fit a line each. */
const broken = (word: Line, width: number, measure: Measure): readonly Line[] => {
  if (word.width <= width) return [word];
  const pieces: Line[] = [];
  for (const character of word.text) {
    const last = pieces.at(-1);
    const longer = (last?.text ?? '') + character;
    const longerWidth = measure(longer);
    if (last && longerWidth <= width) pieces[pieces.length - 1] = { text: longer, width: longerWidth };
    else pieces.push({ text: character, width: measure(character) });
  }
  return pieces;
};

const cut = (line: Line, width: number, measure: Measure): Line => {
  if (line.width <= width) return line;
  const characters = [...line.text];
  let shorter = line;
  while (characters.length > 1 && shorter.width > width) {
    characters.pop();
    const text = `${characters.join('').trimEnd()}…`;
    shorter = { text, width: measure(text) };
  }
  return shorter;
};
