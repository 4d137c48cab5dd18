import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';

const FONT_FOLDER = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** The two weights that every layout uses; embedded, so that Łucja and Siân print everywhere. */
export const REGULAR = 'regular';
export const BOLD = 'bold';
const FONT_FILES = { [REGULAR]: 'DejaVuSansCondensed.ttf', [BOLD]: 'DejaVuSansCondensed-Bold.ttf' } as const;

export const INK = '#000000';
export const QUIET_INK = '#444444';
export const LINE = '#999999';

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres of paper in PDF points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** Pieces drawn in one turn of the event loop. */
const TURN = 10;
/** Pieces after which the words that were set are forgotten: the usual ones are soon known again. */
const WORDS_KEPT = 100;

export interface PaperOptions {
  readonly title: string;
  /** Width and height in points. */
  readonly size: readonly [number, number];
  /**
   * Whether it is a text to be read rather than a sheet to be cut: its pages are kept until it ends, so that each can
   * say how many there are, and its parts are tagged for screen readers. For a few dozen pages at most.
   */
  readonly isRead?: boolean;
  /** White around text that flows from page to page, in points; none when left out. */
  readonly margin?: number;
}

/** What pdfkit keeps of its fonts: how each word was set, for ever, which names and codes would fill. */
interface FontsInUse {
  readonly _fontFamilies: Readonly<Record<string, { layoutCache?: Record<string, unknown> }>>;
}

type Pieces<T> = Iterable<T> | AsyncIterable<T>;

/**
 * A PDF that is drawn piece by piece no faster than it is read, so that a thousand badges need no more memory than a
 * few. Reads like any Readable; a failed drawing destroys it.
 */
export class PrintedDocument extends PDFDocument {
  private wanted: (() => void) | undefined;

  private readonly isRead: boolean;

  constructor({ title, size, isRead = false, margin = 0 }: PaperOptions) {
    super({
      size: [...size],
      margin,
      tagged: isRead,
      bufferPages: isRead,
      autoFirstPage: false,
      // The title and language of the file are what a screen reader announces.
      info: { Title: title, Author: 'Lectern', Creator: 'Lectern', Producer: 'Lectern' },
      pdfVersion: '1.7',
      lang: 'en-GB',
      displayTitle: true,
    });
    this.isRead = isRead;
    for (const [name, file] of Object.entries(FONT_FILES)) this.registerFont(name, join(FONT_FOLDER, file));
  }

  /** A page that is written lets go of its parts: only its number is needed for the table of pages at the end. */
  override addPage(options?: PDFKit.PDFDocumentOptions): this {
    const written = this.page as PDFKit.PDFPage | undefined;
    super.addPage(options);
    if (written && !this.isRead) (written.dictionary as { data: object }).data = {};
    return this;
  }

  /** Draws one part of a text that is read, as what it is: `H1`, `P`, or a `Figure` with words in its place. */
  part(kind: string, draw: () => void, alt?: string): void {
    const element = this.struct(kind, alt === undefined ? {} : { alt }, draw);
    this.addStructure(element);
    element.end();
  }

  /** Draws what a screen reader leaves out: lines, running heads, page numbers. */
  aside(draw: () => void): void {
    this.markContent('Artifact', { type: 'Layout' });
    draw();
    this.endMarkedContent();
  }

  /** Called by the stream when its reader has room again. */
  override _read(): void {
    this.wanted?.();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.wanted?.();
    done(error);
  }

  /** Draws each piece in turn, waiting for the reader between them, and ends the document. */
  drawEach<T>(pieces: Pieces<T>, draw: (document: this, piece: T, index: number) => void): this {
    this.drawAll(pieces, draw).catch((error: unknown) => this.destroy(error as Error));
    return this;
  }

  private async drawAll<T>(
    pieces: Pieces<T>,
    draw: (document: this, piece: T, index: number) => void,
  ): Promise<void> {
    let index = 0;
    for await (const piece of pieces) {
      // Other requests get their turn even when the reader is always ready.
      if (index % TURN === 0) await setImmediate();
      if (this.readableLength >= this.readableHighWaterMark) await this.room();
      // Leaving the loop tells the source of the pieces that no more are wanted.
      if (this.destroyed) return;
      draw(this, piece, index);
      index += 1;
      if (index % WORDS_KEPT === 0) this.forgetWords();
    }
    this.end();
  }

  /** How many words the fonts remember. */
  get wordsKept(): number {
    return this.fonts.reduce((sum, { layoutCache = {} }) => sum + Object.keys(layoutCache).length, 0);
  }

  private get fonts() {
    return Object.values((this as unknown as FontsInUse)._fontFamilies);
  }

  private forgetWords(): void {
    for (const font of this.fonts) if (font.layoutCache) font.layoutCache = {};
  }

  private async room(): Promise<void> {
    await new Promise<void>((resolve) => (this.wanted = resolve));
    this.wanted = undefined;
  }
}
