import { create, type QRCode } from 'qrcode';
import { INK, type PrintedDocument } from './printed-document';

const PAPER = '#ffffff';

/** Modules of white on each side that scanners need. */
export const QUIET_MODULES = 4;

/** A dark rectangle of a symbol, in modules. */
export interface DarkRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface QrSymbol {
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  readonly dark: readonly DarkRectangle[];
}

/** Makes the symbol of a code; dark modules that touch become one rectangle, which keeps the file small. */
export const qrSymbol = (code: string): QrSymbol =>
  symbolOf(create([{ data: code, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' }));

/** Makes the symbol of an address, whose small letters count; on a wall it has to bear dirt and creases. */
export const addressSymbol = (address: string): QrSymbol =>
  symbolOf(create(address, { errorCorrectionLevel: 'Q' }));

/** The symbol as an SVG of its own, dark on white, quiet zone included. */
export const symbolSvg = ({ size, dark }: QrSymbol): string => {
  const side = size + 2 * QUIET_MODULES;
  const path = dark
    .map(
      ({ x, y, width, height }) => `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h${width}v${height}h-${width}z`,
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}mm" height="${side}mm" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="${PAPER}"/><path fill="${INK}" d="${path}"/></svg>`
  );
};

const symbolOf = ({ modules }: QRCode): QrSymbol => {
  const dark: DarkRectangle[] = [];
  let open = new Map<string, DarkRectangle>();
  for (let y = 0; y < modules.size; y += 1) {
    const still = new Map<string, DarkRectangle>();
    for (const { x, width } of runs((column) => modules.get(y, column) === 1, modules.size)) {
      const key = `${x}+${width}`;
      const above = open.get(key);
      still.set(key, above ? { ...above, height: above.height + 1 } : { x, y, width, height: 1 });
      open.delete(key);
    }
    dark.push(...open.values());
    open = still;
  }
  dark.push(...open.values());
  return { size: modules.size, dark };
};

const runs = (isDark: (column: number) => boolean, size: number): { x: number; width: number }[] => {
  const found: { x: number; width: number }[] = [];
  for (let x = 0; x < size; x += 1) {
    if (!isDark(x)) continue;
    const last = found.at(-1);
    if (last && last.x + last.width === x) last.width += 1;
    else found.push({ x, width: 1 });
  }
  return found;
};

/** Draws a code as vectors within a square of `side` points, quiet zone included. */
export const drawQr = (
  document: PrintedDocument,
  code: string,
  left: number,
  top: number,
  side: number,
): void => {
  drawSymbol(document, qrSymbol(code), left, top, side);
};

/** Draws a symbol as vectors within a square of `side` points, quiet zone included. */
export const drawSymbol = (
  document: PrintedDocument,
  { size, dark }: QrSymbol,
  left: number,
  top: number,
  side: number,
): void => {
  const module = side / (size + 2 * QUIET_MODULES);
  // In units of modules every number is a whole one, which keeps the file small.
  document.save().translate(left, top).scale(module);
  for (const { x, y, width, height } of dark) {
    document.rect(x + QUIET_MODULES, y + QUIET_MODULES, width, height);
  }
  document.fill(INK).restore();
};
