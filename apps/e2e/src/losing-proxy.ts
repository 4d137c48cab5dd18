import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { freePort } from './running-lectern';

/** Answers that a phone never gets whole, although the server gave them. */
export interface Losses {
  readonly path: string;
  /** How much of the answer arrives: nothing (0), or its first half (0.5). */
  readonly share: number;
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0] ?? '';

/** The same question without what would bring "as you have it already", or the file packed. */
const plainly = ({
  'if-none-match': _match,
  'if-modified-since': _since,
  'accept-encoding': _packed,
  ...headers
}: IncomingMessage['headers']): IncomingMessage['headers'] => headers;

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/**
 * A line between a phone and the server on which requests always arrive, and answers do not when that is asked for, or
 * are other files.
 */
export class LosingProxy {
  private readonly server = createServer((asked, answer) => void this.pass(asked, answer));
  private loss: Losses | null = null;
  private lost: (() => void) | undefined;
  private isCut = false;
  private others: ReadonlyMap<string, Buffer> = new Map();

  private constructor(
    private readonly target: URL,
    readonly url: string,
    private readonly port: number,
  ) {}

  static async before(target: string): Promise<LosingProxy> {
    const port = await freePort();
    const proxy = new LosingProxy(new URL(target), `http://localhost:${port}`, port);
    await new Promise<void>((ready) => proxy.server.listen(proxy.port, '127.0.0.1', ready));
    return proxy;
  }

  /** Loses the next answer of a path; resolves when the server has given it and the phone waits in vain. */
  loseNext(loss: Losses): Promise<void> {
    this.loss = loss;
    return new Promise((done) => {
      this.lost = done;
    });
  }

  /** The same address, by this line. */
  through(link: string): string {
    const { pathname, search, hash } = new URL(link);
    return `${this.url}${pathname}${search}${hash}`;
  }

  /** Nothing gets through any more, until it is mended. */
  cut(): void {
    this.isCut = true;
    this.server.closeAllConnections();
  }

  mend(): void {
    this.isCut = false;
  }

  /** From now on these paths are other files, as after the server was given a new build. */
  putInPlace(others: ReadonlyMap<string, Buffer>): void {
    this.others = others;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (this.isCut) {
      asked.destroy();
      return;
    }
    const body = await bodyOf(asked);
    const { hostname, port } = this.target;
    const { method, url: path } = asked;
    const other = this.others.get(pathOf(asked));
    const headers = other ? plainly(asked.headers) : asked.headers;
    const onward = request({ hostname, port, method, path, headers }, (given) => {
      void bodyOf(given).then((whole) => this.hand(asked, answer, given, other ?? whole));
    });
    onward.on('error', () => answer.destroy());
    onward.end(body);
  }

  private hand(asked: IncomingMessage, answer: ServerResponse, given: IncomingMessage, whole: Buffer): void {
    const { loss } = this;
    const { 'transfer-encoding': _, etag: _etag, ...headers } = given.headers;
    if (loss === null || pathOf(asked) !== loss.path) {
      answer.writeHead(given.statusCode ?? 502, { ...headers, 'content-length': whole.length });
      answer.end(whole);
      return;
    }
    this.loss = null;
    if (loss.share > 0) {
      answer.writeHead(given.statusCode ?? 502, { ...headers, 'content-length': whole.length });
      answer.write(whole.subarray(0, Math.floor(whole.length * loss.share)));
    }
    this.lost?.();
  }
}
