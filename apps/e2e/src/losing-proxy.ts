import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { freePort } from './running-lectern';

/** Answers that a phone never gets whole, although the server gave them. */
export interface Losses {
  readonly path: string;
  /** How much of the answer arrives: nothing (0), or its first half (0.5). */
  readonly share: number;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** A line between a phone and the server on which requests always arrive, and answers do not when that is asked for. */
export class LosingProxy {
  private readonly server = createServer((asked, answer) => void this.pass(asked, answer));
  private loss: Losses | null = null;
  private lost: (() => void) | undefined;

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

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bodyOf(asked);
    const { hostname, port } = this.target;
    const { method, headers, url: path } = asked;
    const onward = request({ hostname, port, method, path, headers }, (given) => {
      void bodyOf(given).then((whole) => this.hand(asked, answer, given, whole));
    });
    onward.on('error', () => answer.destroy());
    onward.end(body);
  }

  private hand(asked: IncomingMessage, answer: ServerResponse, given: IncomingMessage, whole: Buffer): void {
    const { loss } = this;
    const { 'transfer-encoding': _, ...headers } = given.headers;
    if (loss === null || asked.url?.split('?')[0] !== loss.path) {
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
