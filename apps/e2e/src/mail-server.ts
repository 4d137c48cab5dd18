import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on this machine that notes which messages it took. */
export interface MailServer {
  readonly url: string;
  /** The Message-ID of each mail that it took, in order. */
  readonly taken: string[];
  manners: 'take' | 'refuse';
  /** Runs when a mail is in the server's hands, before that is said. */
  beforeAnswer: () => Promise<void> | undefined;
  stop(): Promise<void>;
}

export const startMailServer = async (): Promise<MailServer> => {
  const busy = (): Error => Object.assign(new Error('Try later'), { responseCode: 451 });
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onRcptTo: (_address, _session, done) => done(server.manners === 'refuse' ? busy() : undefined),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        server.taken.push(/^Message-ID: (<.*>)\s*$/im.exec(Buffer.concat(parts).toString())?.[1] ?? 'none');
        void Promise.resolve(server.beforeAnswer()).then(() => done());
      });
    },
  });
  // A client that is killed resets its connection.
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()));
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    taken: [],
    manners: 'take',
    beforeAnswer: () => undefined,
    stop: () => new Promise((stopped) => smtp.close(() => stopped())),
  };
  return server;
};
