import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { type FixedClock, fixedClock } from '@lectern/testing';
import type { Database } from '../persistence/database';
import { testDatabase } from '../persistence/database.harness';
import { Jobs } from '../platform/jobs';
import { makeLogger } from '../platform/logging';
import { mailOf } from '../platform/mail-config';
import { Readiness } from '../platform/readiness';
import { Seal } from '../platform/seal';
import type { Letter, Outgoing } from './letter';
import { LetterKinds } from './letter-kinds';
import { LetterOpener } from './letter-opener';
import { MailRound } from './mail-round';
import { MailsRepository } from './mails.repository';
import type { OutboxMailEntity } from './outbox-mail.entity';
import { Outbox } from './outbox';
import { Postman } from './postman';
import { type MailServer, smtpRefusal, startMailServer } from './smtp.harness';

const FROM = 'Lectern <post@uni.example>';
const PATIENCE = { connection: 400, greeting: 400, silence: 400, whole: 2000 };

const letter: Letter = {
  subject: 'Your places are confirmed',
  parts: [
    { kind: 'words', text: 'You have 30 places.\n\nAnd <b>no more</b>.' },
    { kind: 'facts', facts: [['When', 'Tuesday 9 March 2027']] },
    { kind: 'button', label: 'Open your group', url: 'https://lectern.example/groups/1' },
  ],
};

let database: Database;
let close: () => Promise<void>;
let clock: FixedClock;
let outbox: Outbox;
let server: MailServer;
let seal: Seal;
let logged: string[];
const kinds = new LetterKinds();
kinds.add({ kind: 'group.confirmed', title: 'Places', why: 'You are a coordinator.', example: () => letter });

beforeEach(async () => {
  ({ database, close } = await testDatabase());
  clock = fixedClock();
  seal = new Seal(randomBytes(32));
  outbox = new Outbox(database, kinds, seal, clock);
  server = await startMailServer();
  logged = [];
});
afterEach(async () => {
  await server.stop();
  await close();
});

const logger = () => {
  const log = makeLogger('silent');
  for (const level of ['info', 'warn', 'error'] as const)
    log[level] = (...what: unknown[]) => void logged.push(JSON.stringify(what));
  return log;
};

/** One process of its own, as far as mail goes. */
const aProcess = (url = server.url, key = seal): MailRound =>
  new MailRound(
    new Jobs(database, clock, logger()),
    new MailsRepository(database),
    new LetterOpener(key),
    kinds,
    new Postman(mailOf(url, FROM), PATIENCE),
    new Readiness(),
    { url: 'https://lectern.example' },
    clock,
    logger(),
  );

const post = (email: string, change: Partial<Outgoing> = {}): Promise<void> =>
  database.transaction(() =>
    outbox.post({
      kind: 'group.confirmed',
      to: { name: 'Pat Lowe', email },
      letter,
      about: { kind: 'group', id: 'g1' },
      ...change,
    }),
  );

const stored = async (email?: string): Promise<OutboxMailEntity[]> => {
  const all = await new MailsRepository(database).list({ limit: 500, after: null });
  return all.filter((mail) => email === undefined || mail.recipientEmail === email);
};
const one = async (email: string): Promise<OutboxMailEntity> => (await stored(email))[0]!;
const addressed = (): string[] => server.received.map(({ to }) => to).sort();

describe('the round of the post', () => {
  it('sends what waits, once, and keeps when', async () => {
    await post('pat@example.org');
    const round = aProcess();
    await round.go();
    await round.go();
    expect(addressed()).toEqual(['pat@example.org']);
    expect(await one('pat@example.org')).toMatchObject({
      status: 'sent',
      sentAt: clock.now(),
      tries: 1,
      lastProblem: null,
      lease: null,
    });
  });

  it('writes text and HTML of the same letter, escaped, with a greeting and why it came', async () => {
    await post('pat@example.org');
    await aProcess().go();
    const { mail } = server.received[0]!;
    expect(mail.from?.text).toBe('"Lectern" <post@uni.example>');
    expect(mail.subject).toBe('Your places are confirmed');
    for (const words of ['Dear Pat Lowe,', 'You have 30 places.', 'You are a coordinator.']) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.text).toContain('Open your group:\nhttps://lectern.example/groups/1');
    expect(mail.html).toContain('And &lt;b&gt;no more&lt;/b&gt;.');
    expect(mail.html).toContain('href="https://lectern.example/groups/1"');
    expect(mail.html).not.toMatch(/<(img|script|link|iframe)|url\(/i);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('gives a mail the same Message-ID however often it is tried', async () => {
    await post('pat@example.org');
    server.onMessage = ({ times, hangUp }) => {
      if (times > 1) return undefined;
      hangUp();
      return 'silence';
    };
    await aProcess().go();
    clock.advance(60_000);
    await aProcess().go();
    const { id } = await one('pat@example.org');
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@uni.example>`]);
  });

  it('sends each mail once from several processes that go round at once', async () => {
    const people = Array.from({ length: 30 }, (_, n) => `person${String(n).padStart(2, '0')}@example.org`);
    for (const email of people) await post(email);
    await Promise.all(Array.from({ length: 3 }, () => aProcess().go()));
    expect(addressed()).toEqual(people);
  });

  it('carries a calendar entry to the one person it is for, as a part and as a file', async () => {
    const ics =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:conference-1@lectern\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    await post('pat@example.org', { letter: { ...letter, calendar: { method: 'cancel', ics } } });
    await aProcess().go();
    const { raw, mail } = server.received[0]!;
    expect(raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=CANCEL/i);
    const [file] = mail.attachments.filter(({ filename }) => filename === 'conference.ics');
    const entry = file!.content.toString().replace(/\r\n /g, '');
    expect(entry).toContain('ORGANIZER;CN="Lectern":mailto:post@uni.example');
    expect(entry).toContain('ATTENDEE;CN="Pat Lowe"');
    expect(entry).toContain('RSVP=FALSE:mailto:pat@example.org');
  });

  it('keeps mails where there is no server', async () => {
    await post('pat@example.org');
    const round = new MailRound(
      new Jobs(database, clock, logger()),
      new MailsRepository(database),
      new LetterOpener(seal),
      kinds,
      new Postman(mailOf(undefined, undefined)),
      new Readiness(),
      { url: 'https://lectern.example' },
      clock,
      logger(),
    );
    await round.go();
    expect(await one('pat@example.org')).toMatchObject({ status: 'waiting', tries: 0 });
  });
});

describe('a mail that is not taken', () => {
  it('is tried again after a while when the server asks for that (4xx), and not before', async () => {
    await post('pat@example.org');
    server.onRecipient = ({ times }) => (times === 1 ? smtpRefusal(451, 'Greylisted, try later') : undefined);
    await aProcess().go();
    const waiting = await one('pat@example.org');
    expect(waiting).toMatchObject({ status: 'waiting', tries: 1, lease: null });
    expect(waiting.lastProblem).toContain('Greylisted');
    const pause = waiting.nextTryAt.getTime() - clock.now().getTime();
    expect(pause).toBeGreaterThanOrEqual(22_500);
    expect(pause).toBeLessThanOrEqual(37_500);
    clock.advance(pause - 1);
    await aProcess().go();
    expect(server.received).toEqual([]);
    clock.advance(1);
    await aProcess().go();
    expect(addressed()).toEqual(['pat@example.org']);
  });

  it.each(['recipient', 'message'])(
    'is given up when its %s is refused (5xx), and kept with the reason',
    async (what) => {
      await post('gone@example.org');
      const manners = () => smtpRefusal(550, 'No such mailbox here');
      if (what === 'recipient') server.onRecipient = manners;
      else server.onMessage = manners;
      await aProcess().go();
      clock.advance(24 * 3_600_000);
      await aProcess().go();
      const mail = await one('gone@example.org');
      expect(mail).toMatchObject({ status: 'failed', tries: 1 });
      expect(mail.lastProblem).toContain('No such mailbox here');
    },
  );

  it('is given up after 24 tries', async () => {
    await post('pat@example.org');
    server.onRecipient = () => smtpRefusal(451, 'Later');
    for (let n = 0; n < 23; n++) {
      await aProcess().go();
      clock.advance(3 * 3_600_000);
    }
    expect(await one('pat@example.org')).toMatchObject({ status: 'waiting', tries: 23 });
    await aProcess().go();
    expect(await one('pat@example.org')).toMatchObject({ status: 'failed', tries: 24 });
  });

  it('holds up no other, whether it is refused, stalls or breaks the line', async () => {
    const bad = ['refused@example.org', 'stalls@example.org', 'drops@example.org'];
    const good = Array.from({ length: 12 }, (_, n) => `good${String(n + 10)}@example.org`);
    for (const email of [...bad, ...good]) await post(email);
    server.onRecipient = ({ to }) => (to.startsWith('refused') ? smtpRefusal(550, 'No') : undefined);
    server.onMessage = ({ to, hangUp }) => {
      if (to.startsWith('stalls')) return 'silence';
      if (!to.startsWith('drops')) return undefined;
      hangUp();
      return 'silence';
    };
    for (let n = 0; n < 4; n++) await aProcess().go();
    expect(addressed()).toEqual(good);
    expect((await one(bad[0]!)).status).toBe('failed');
    for (const email of bad.slice(1))
      expect(await one(email)).toMatchObject({ status: 'waiting', tries: 1, lease: null });
  });

  it('waits while the server is away, and only the one that was tried counts a try', async () => {
    const { url } = server;
    await server.stop();
    for (let n = 0; n < 30; n++) await post(`person${n}@example.org`);
    await aProcess(url).go();
    const mails = await stored();
    expect(mails.every(({ status, lease }) => status === 'waiting' && lease === null)).toBe(true);
    const tried = mails.filter(({ tries }) => tries > 0).length;
    expect(tried).toBeGreaterThanOrEqual(1);
    expect(tried).toBeLessThanOrEqual(4);
    server = await startMailServer(server.port);
    clock.advance(60_000);
    await aProcess(url).go();
    expect(server.received).toHaveLength(30);
  });

  describe('by a server that says nothing', () => {
    const sockets: Socket[] = [];
    let mute: Server;
    beforeEach(
      () =>
        new Promise<void>((ready) => {
          mute = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1', () => ready());
        }),
    );
    afterEach(
      () =>
        new Promise<void>((closed) => {
          for (const socket of sockets) socket.destroy();
          mute.close(() => closed());
        }),
    );

    it('is tried later: the round ends', async () => {
      await post('pat@example.org');
      await aProcess(`smtp://127.0.0.1:${(mute.address() as { port: number }).port}`).go();
      expect(await one('pat@example.org')).toMatchObject({ status: 'waiting', tries: 1, lease: null });
    });
  });

  it('is taken over when the process that had it is gone, and not while that may still send it', async () => {
    await post('pat@example.org');
    const mails = new MailsRepository(database);
    const until = new Date(clock.now().getTime() + 3 * 60_000);
    const [mail] = await mails.claim('the-one-that-dies', clock.now(), until, 20);
    await mails.begin(mail!.id, 'the-one-that-dies', until);
    await aProcess().go();
    expect(server.received).toEqual([]);
    clock.advance(3 * 60_000);
    await aProcess().go();
    expect(addressed()).toEqual(['pat@example.org']);
    // The first one comes to itself too late to spoil anything.
    expect(await mails.later(mail!.id, 'the-one-that-dies', until, 'too late')).toBe(false);
    expect(await one('pat@example.org')).toMatchObject({ status: 'sent', tries: 2 });
  });

  it('is given up when nobody could send it for seven days', async () => {
    await post('pat@example.org');
    clock.advance(7 * 24 * 3_600_000 + 1);
    await aProcess().go();
    expect(server.received).toEqual([]);
    const mail = await one('pat@example.org');
    expect(mail).toMatchObject({ status: 'failed', tries: 0 });
    expect(mail.lastProblem).toContain('within seven days');
  });

  it('is given up, with the reason, when it was sealed with another key', async () => {
    await post('pat@example.org');
    await post('sam@example.org');
    await aProcess(server.url, new Seal(randomBytes(32))).go();
    expect(server.received).toEqual([]);
    for (const mail of await stored()) {
      expect(mail.status).toBe('failed');
      expect(mail.lastProblem).toContain('LECTERN_DATA_KEY');
    }
  });
});

describe('what somebody typed', () => {
  it('cannot become a header', async () => {
    await post('pat@example.org', {
      to: { name: 'Pat\r\nBcc: all@example.org', email: 'pat@example.org' },
      letter: { ...letter, subject: 'Hello\r\nX-Evil: yes\r\n\r\nA body' },
    });
    await aProcess().go();
    const { mail, raw } = server.received[0]!;
    expect(addressed()).toEqual(['pat@example.org']);
    expect(mail.headers.has('x-evil')).toBe(false);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(X-Evil|Bcc):/im);
  });

  it.each(['pat@example.org\r\nRCPT TO:<all@example.org>', 'pat@example.org, all@example.org', 'nobody'])(
    'as an address is refused when it is %j',
    async (email) => {
      await post(email);
      await aProcess().go();
      expect(server.received).toEqual([]);
      const [mail] = await stored();
      expect(mail).toMatchObject({ status: 'failed', lastProblem: 'Mail cannot be sent to this address.' });
    },
  );

  it('never reaches the log, nor does an address', async () => {
    await post('private.person@example.org');
    server.onRecipient = ({ to }) => smtpRefusal(550, `${to} does not live here`);
    await aProcess().go();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain((await one('private.person@example.org')).id);
    expect(logged.join()).not.toMatch(/private|example\.org|Pat/);
    expect((await one('private.person@example.org')).lastProblem).toContain('does not live here');
  });
});
