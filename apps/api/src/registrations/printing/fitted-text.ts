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
  readonly font?: string;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Text laid into lines: their words and widths, as if the font were one point large. */
interface Line {
  readonly text: string;
  readonly width: number;
}

const STEP = 0.5;
const MEASURE = 1000;

/**
 * Writes text as large as its box allows: smaller until it fits, then cut with an ellipsis. Returns the height that
 * it took, 0 for an empty text.
 */
export const fitText = (document: PrintedDocument, text: string, box: TextBox): number => {
  if (text === '') return 0;
  document.font(box.font ?? BOLD).fontSize(MEASURE);
  const measure = (part: string): number => document.widthOfString(part) / MEASURE;
  const { size, lines } = fit(partsOf(text, measure), box);
  const shown = lines.map((line) => cut(line, box.width / size, measure));

  document.fontSize(size).fillColor(box.colour ?? INK);
  const height = document.currentLineHeight(true);
  shown.forEach((line, index) => {
    const free = box.width - line.width * size;
    const shift = box.align === 'center' ? free / 2 : box.align === 'right' ? free : 0;
    document.text(line.text, box.left + shift, box.top + index * height, { lineBreak: false });
  });
  return shown.length * height;
};

/** Cuts a text where a line may end: at spaces and after hyphens. */
const partsOf = (text: string, measure: (part: string) => number): readonly Line[] =>
  text.split(/(?<=[\s-])(?=\S)/u).map((part) => ({ text: part, width: measure(part) }));

const fit = (parts: readonly Line[], box: TextBox): { size: number; lines: readonly Line[] } => {
  const most = box.lines ?? 1;
  const wrapBelow = box.wrapBelow ?? box.size;
  for (let size = box.size; size > box.smallest; size -= STEP) {
    const lines = wrap(parts, box.width / size);
    const allowed = size > wrapBelow ? 1 : most;
    if (lines.length <= allowed && lines.every((line) => line.width * size <= box.width))
      return { size, lines };
  }
  const lines = wrap(parts, box.width / box.smallest);
  if (lines.length <= most) return { size: box.smallest, lines };
  return {
    size: box.smallest,
    lines: [...lines.slice(0, most - 1), lines.slice(most - 1).reduce(join)],
  };
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

const cut = (line: Line, width: number, measure: (part: string) => number): Line => {
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
