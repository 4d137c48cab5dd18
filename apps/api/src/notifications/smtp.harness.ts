import { type AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A refusal as an SMTP server gives it. */
export const smtpRefusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** What a mail server does with a recipient or a message: takes it, refuses it (an Error), or never answers. */
export type Manners = (what: {
  readonly to: string;
  readonly times: number;
  readonly raw?: string;
  /** Hangs up without a word. */
  readonly hangUp: () => void;
}) => Error | 'silence' | undefined;

export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** A real SMTP server on this machine, with the manners that a test gives it. */
export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** What it took, in order. */
  readonly received: ReceivedMail[];
  onRecipient: Manners;
  onMessage: Manners;
  stop(): Promise<void>;
}

export const startMailServer = async (port = 0): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  const asked = new Map<string, number>();
  const sockets = new Map<string, () => void>();
  const take: Manners = () => undefined;
  const count = (key: string): number => {
    asked.set(key, (asked.get(key) ?? 0) + 1);
    return asked.get(key) ?? 0;
  };
  const hangUpOf = (session: SMTPServerSession) => () => sockets.get(session.id)?.();
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect: (session, done) => {
      const connection = [...smtp.connections].find(
        (one) => (one as { session: SMTPServerSession }).session.id === session.id,
      ) as { _socket: { destroy(): void } };
      sockets.set(session.id, () => connection._socket.destroy());
      done();
    },
    onRcptTo: ({ address }, session, done) => {
      const what = { to: address, times: count(`to ${address}`), hangUp: hangUpOf(session) };
      const answer = server.onRecipient(what);
      if (answer !== 'silence') done(answer);
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const what = { to, raw, times: count(`data ${to}`), hangUp: hangUpOf(session) };
        const answer = server.onMessage(what);
        if (answer === 'silence') return;
        if (answer) done(answer);
        else
          void simpleParser(raw).then((mail) => {
            received.push({ to, raw, mail });
            done();
          });
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', () => ready()));
  const bound = (smtp.server.address() as AddressInfo).port;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    onRecipient: take,
    onMessage: take,
    stop: () => new Promise((stopped) => smtp.close(() => stopped())),
  };
  return server;
};
