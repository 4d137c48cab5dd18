/** Why a file is not plainly what its first bytes say. */
export interface FileFault {
  readonly code: 'damaged' | 'active-content' | 'hidden-content';
  readonly words: string;
}

const DAMAGED: FileFault = {
  code: 'damaged',
  words: 'This file breaks off or is damaged. Open it, save it again, and upload that.',
};
const HIDDEN: FileFault = {
  code: 'hidden-content',
  words: 'This picture has something else hidden behind it. Open it, save it again as PNG, and upload that.',
};
const ACTIVE: FileFault = {
  code: 'active-content',
  words: 'This PDF holds a script or starts a program. Print it to a new PDF, and upload that.',
};

/** Names that make a PDF do something by itself; a name ends where no letter follows. */
const ACTS = /\/(JavaScript|JS|Launch|RichMedia)(?![A-Za-z])/;
const TAIL = 2048;

/** What is wrong with a PDF: it must come to its end, and do nothing by itself. Packed parts of it are not opened. */
export const pdfFault = (content: Buffer): FileFault | null => {
  if (!content.subarray(-TAIL).includes('%%EOF')) return DAMAGED;
  // The short name is looked for with what follows it: three bytes alone come by chance in any picture.
  const found = ['/JavaScript', '/Launch', '/RichMedia', '/JS (', '/JS(', '/JS<', '/JS <'].some((name) => {
    const at = content.indexOf(name);
    return at >= 0 && ACTS.test(content.toString('latin1', at, at + 20));
  });
  return found ? ACTIVE : null;
};

const PNG_HEAD = 8;

/** A PNG is its parts one after the other, and nothing after the one that ends it. */
const pngFault = (content: Buffer): FileFault | null => {
  for (let at = PNG_HEAD; at + 12 <= content.length;) {
    const next = at + 12 + content.readUInt32BE(at);
    if (next > content.length) return DAMAGED;
    if (content.toString('latin1', at + 4, at + 8) === 'IEND') return next === content.length ? null : HIDDEN;
    at = next;
  }
  return DAMAGED;
};

const JPEG_END = Buffer.from([0xff, 0xd9]);

/** A JPEG comes to its end; phones put notes of their own behind it, which no program reads as anything else. */
const jpegFault = (content: Buffer): FileFault | null =>
  content.includes(JPEG_END, 4) && (content[3] ?? 0) >= 0xc0 ? null : DAMAGED;

/** What is wrong with a picture; null for what is none. */
export const pictureFault = (content: Buffer): FileFault | null => {
  if (content.subarray(0, 4).toString('latin1') === '\u0089PNG') return pngFault(content);
  return content[0] === 0xff && content[1] === 0xd8 ? jpegFault(content) : null;
};
