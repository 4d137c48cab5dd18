import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type MailServer, startMailServer } from './mail-server';
import { type LecternProcess, spawnLectern } from './lectern-process';

const PASSWORD = 'violet-harbour-lantern';

describe('mail and a process that is killed', () => {
  let home: string;
  let server: MailServer;
  let lectern: LecternProcess | undefined;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'lectern-mail-'));
    server = await startMailServer();
  });
  afterEach(async () => {
    await lectern?.kill();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const start = async (): Promise<LecternProcess> => {
    lectern = await spawnLectern(home, {
      SMTP_URL: server.url,
      MAIL_FROM: 'Lectern <post@uni.example>',
      LECTERN_DEMO: 'off',
      LECTERN_ADMIN_PASSWORD: PASSWORD,
    });
    return lectern;
  };

  const inDatabase = <T>(work: (database: InstanceType<typeof DatabaseSync>) => T): T => {
    const database = new DatabaseSync(join(home, 'lectern.db'), { timeout: 5000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };

  /** What minutes of waiting would do: the leases that the dead process held are over. */
  const letLeasesEnd = (): void =>
    inDatabase((database) => {
      database.exec(
        "UPDATE outbox_mails SET leased_until = '2000-01-01 00:00:00.000' WHERE lease IS NOT NULL",
      );
      database.exec(
        "UPDATE jobs SET due_at = '2000-01-01 00:00:00.000', leased_until = '2000-01-01 00:00:00.000' WHERE name = 'mail.send'",
      );
    });

  const mails = (): { id: string; status: string }[] =>
    inDatabase(
      (database) =>
        database.prepare('SELECT id, status FROM outbox_mails').all() as { id: string; status: string }[],
    );

  const invite = async (running: LecternProcess, count: number): Promise<void> => {
    for (let n = 0; n < count; n++) {
      const email = `person-${randomBytes(4).toString('hex')}@example.org`;
      const answer = await running.ask('POST', '/invitations', { email, role: 'mentor' });
      expect(answer.status).toBe(201);
    }
  };

  const until = async (what: () => boolean): Promise<void> => {
    for (let n = 0; n < 1200 && !what(); n++) await new Promise((again) => setTimeout(again, 50));
    expect(what()).toBe(true);
  };

  const times = (): number[] => {
    const seen = new Map<string, number>();
    for (const id of server.taken) seen.set(id, (seen.get(id) ?? 0) + 1);
    return [...seen.values()];
  };
  const messageIds = (): string[] =>
    mails()
      .map(({ id }) => `<${id}@uni.example>`)
      .sort();

  it('killed between the commit and the sending: every mail is sent after the restart, and none twice', async () => {
    server.manners = 'refuse';
    const first = await start();
    await first.signIn(PASSWORD);
    await invite(first, 6);
    await first.kill();
    expect(mails()).toHaveLength(6);
    expect(server.taken).toEqual([]);
    server.manners = 'take';
    inDatabase((database) => database.exec('UPDATE outbox_mails SET next_try_at = created_at'));
    letLeasesEnd();
    await start();
    await until(() => mails().every(({ status }) => status === 'sent'));
    expect([...server.taken].sort()).toEqual(messageIds());
  });

  it('killed while the server has a mail and has not answered: that mail alone comes again, as the same message', async () => {
    const first = await start();
    await first.signIn(PASSWORD);
    let killing: Promise<void> | undefined;
    // The fifth mail is in the server's hands; the process dies before it hears that it was taken.
    server.beforeAnswer = () => {
      if (server.taken.length === 5) killing ??= first.kill();
      return killing;
    };
    await invite(first, 10);
    await until(() => killing !== undefined);
    await killing;
    server.beforeAnswer = () => undefined;
    const repeated = server.taken.length;
    letLeasesEnd();
    await start();
    await until(() => mails().every(({ status }) => status === 'sent'));
    // Four are handed over at once, so that many may have been in the server's hands.
    expect(repeated).toBeGreaterThanOrEqual(5);
    expect([...new Set(server.taken)].sort()).toEqual(messageIds());
    expect(Math.max(...times())).toBeLessThanOrEqual(2);
    expect(times().filter((count) => count === 2).length).toBeLessThanOrEqual(4);
  });

  it('killed again and again amid invitations: whatever was acknowledged is sent', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const running = await start();
      await running.signIn(PASSWORD);
      const life = { over: false };
      const busy = (async () => {
        // Enough to be amid, and few enough that all are sent while this waits.
        for (let n = 0; n < 60 && !life.over; n++) {
          const email = `round-${round}-${acknowledged.length}-${randomBytes(3).toString('hex')}@example.org`;
          const answer = await running
            .ask('POST', '/invitations', { email, role: 'mentor' })
            .catch(() => null);
          if (answer?.status === 201) acknowledged.push(String((answer.body as { id: string }).id));
          if (!answer) return;
        }
      })();
      await until(() => server.taken.length >= (round + 1) * 3);
      await running.kill();
      life.over = true;
      await busy;
      letLeasesEnd();
    }
    await start();
    await until(() => mails().every(({ status }) => status === 'sent'));
    expect([...new Set(server.taken)].sort()).toEqual(messageIds());
    const about = inDatabase(
      (database) => database.prepare('SELECT object_id FROM outbox_mails').all() as { object_id: string }[],
    ).map(({ object_id }) => object_id);
    expect(about).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(3);
  });
});
