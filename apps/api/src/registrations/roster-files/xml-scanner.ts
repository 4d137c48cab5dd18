/** What a scanner tells of; names come without their prefix, whatever prefix the writer chose. */
export interface XmlListener {
  open(name: string, attribute: (name: string) => string): void;
  close(name: string): void;
  text(text: string): void;
}

/** The file is no XML, or XML that no spreadsheet writes. */
export class UnreadableXml extends Error {}

const TOKEN_MAX = 200_000;
const DEPTH_MAX = 60;
const NAME = /^[^\s/>"'=<]{1,200}/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
        if (hex !== undefined) return characterOf(parseInt(String(hex), 16));
        if (decimal !== undefined) return characterOf(Number(decimal));
        return ENTITIES[String(name)] ?? String(whole);
      })
    : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The ends of the parts that say nothing, by how they begin. */
const SILENT = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const CDATA = '<![CDATA[';

/**
 * Reads XML as it comes, piece by piece, and keeps nothing but the tag in hand. It knows what spreadsheets write:
 * document types (and so entities of one's own making) are refused, no token is longer than 200,000 characters.
 */
export class XmlScanner {
  private rest = '';
  private readonly names: string[] = [];

  constructor(private readonly listener: XmlListener) {}

  write(piece: string): void {
    this.rest += piece;
    let at = 0;
    for (let end = this.token(at); end > at; end = this.token(at)) at = end;
    this.rest = this.rest.slice(at);
    if (this.rest.length > TOKEN_MAX) throw new UnreadableXml('A token is too long.');
  }

  end(): void {
    if (this.rest.trim() !== '' || this.names.length > 0) throw new UnreadableXml('It ends too soon.');
  }

  /** Tells of the token that begins at a place; where it ends, or the same place when it is not whole yet. */
  private token(at: number): number {
    if (at >= this.rest.length) return at;
    if (this.rest[at] !== '<') {
      const end = this.rest.indexOf('<', at);
      if (end < 0) return at;
      if (this.names.length > 0) this.listener.text(decode(this.rest.slice(at, end)));
      return end;
    }
    for (const [begin, end] of SILENT) {
      if (this.rest.startsWith(begin, at)) return this.after(end, at + begin.length) ?? at;
    }
    if (this.rest.startsWith(CDATA, at)) {
      const end = this.after(']]>', at + CDATA.length);
      if (end !== undefined) this.listener.text(this.rest.slice(at + CDATA.length, end - 3));
      return end ?? at;
    }
    if (this.rest[at + 1] === '!') {
      if (this.rest.length - at < CDATA.length) return at;
      throw new UnreadableXml('A document type is not read.');
    }
    const end = this.tagEnd(at);
    if (end !== undefined) this.tag(this.rest.slice(at + 1, end));
    return end === undefined ? at : end + 1;
  }

  private after(end: string, from: number): number | undefined {
    const found = this.rest.indexOf(end, from);
    return found < 0 ? undefined : found + end.length;
  }

  /** Where the tag closes; a `>` between quotation marks closes nothing. */
  private tagEnd(at: number): number | undefined {
    let quote = '';
    for (let index = at + 1; index < this.rest.length; index += 1) {
      const character = this.rest[index] ?? '';
      if (quote !== '') {
        if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
      else if (character === '>') return index;
    }
    return undefined;
  }

  private tag(inside: string): void {
    if (inside.startsWith('/')) {
      const name = inside.slice(1).trim();
      if (this.names.pop() !== name) throw new UnreadableXml('A tag is closed that was not opened.');
      this.listener.close(localName(name));
      return;
    }
    const name = NAME.exec(inside)?.[0];
    if (name === undefined) throw new UnreadableXml('A tag has no name.');
    const local = localName(name);
    let attributes: ReadonlyMap<string, string> | undefined;
    this.listener.open(local, (wanted) => (attributes ??= attributesOf(inside)).get(wanted) ?? '');
    if (inside.endsWith('/')) {
      this.listener.close(local);
      return;
    }
    this.names.push(name);
    if (this.names.length > DEPTH_MAX) throw new UnreadableXml('It is nested too deeply.');
  }
}

const ATTRIBUTE = /[\s"']([^\s=/>"'<]{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag by their names without prefix. */
const attributesOf = (tag: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    found.set(localName(name), decode(double ?? single ?? ''));
  }
  return found;
};
