import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attendance } from '@lectern/check-in';
import { createConnection } from 'mysql2/promise';
import { type AnsweredScan, scanOf, sendScans } from './door-scans';
import { DoorServer } from './door-server';
import { type LecternProcess, signInStaff, spawnLectern } from './lectern-process';

const MARIADB = process.env['LECTERN_TEST_MARIADB'];

(MARIADB ? describe : describe.skip)('two processes of the API on one MariaDB', () => {
  const name = `doors_${randomBytes(4).toString('hex')}`;
  const home = mkdtempSync(join(tmpdir(), 'lectern-two-'));
  const running: LecternProcess[] = [];
  const servers: DoorServer[] = [];
  let day: { readonly mainDoor: string; readonly often: string; readonly ticketIds: readonly string[] };

  const sql = async (statement: string): Promise<void> => {
    const connection = await createConnection((MARIADB ?? '').replace(/^mariadb:/, 'mysql:'));
    await connection.query(statement);
    await connection.end();
  };

  beforeAll(async () => {
    await sql(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    // One after the other: the first migrates and fills, as an operator would begin.
    for (let n = 0; n < 2; n++) {
      running.push(await spawnLectern(home, { DATABASE_URL: `${MARIADB}${name}`, LECTERN_DEMO: 'on' }));
    }
    for (const one of running) {
      await signInStaff(one);
      servers.push(await DoorServer.watch(one));
    }
    const server = servers[0]!;
    const often = await server.addCheckpoint('Lunch queue');
    day = { mainDoor: server.mainDoor().id, often: often.id, ticketIds: await server.tickets() };
  });

  afterAll(async () => {
    for (const one of running) await one.kill();
    await sql(`DROP DATABASE ${name}`);
    rmSync(home, { recursive: true, force: true });
  });

  /** A phone that is paired with one of the two. */
  const tokenFrom = async (at: number): Promise<string> => (await servers[at]!.pair()).token;
  /** What the doors' numbers are once both processes have looked again; they keep a snapshot for a moment. */
  const settledAttendance = async (): Promise<readonly [Attendance, Attendance]> => {
    for (let attempt = 0; ; attempt++) {
      const [one, other] = [await servers[0]!.attendance(), await servers[1]!.attendance()];
      const same = one.admitted === other.admitted && one.onSite === other.onSite;
      if (same || attempt === 50) return [one, other];
      await new Promise((again) => setTimeout(again, 100));
    }
  };
  const outcomes = (answers: readonly (readonly AnsweredScan[] | null)[]): string[] =>
    answers.flatMap((results) => (results ?? []).map(({ outcome }) => outcome));

  it('a phone that was paired with one is known to the other', async () => {
    const token = await tokenFrom(0);
    const results = await sendScans(running[1]!.url, token, [scanOf(day.ticketIds[0]!, day.often)]);
    expect(results).toMatchObject([{ outcome: 'admitted' }]);
  });

  it('acceptance 41: 100 scans of one ticket through both at once admit it once', async () => {
    const tokens = [await tokenFrom(0), await tokenFrom(1)];
    const ticket = day.ticketIds.at(-1)!;
    // In whatever state the demo left it, it is outside now.
    await sendScans(running[0]!.url, tokens[0]!, [scanOf(ticket, day.mainDoor, 'out')]);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        sendScans(running[at % 2]!.url, tokens[at % 2]!, [scanOf(ticket, day.mainDoor)]),
      ),
    );
    const counted = outcomes(answers);
    expect(counted.filter((outcome) => outcome === 'admitted')).toHaveLength(1);
    expect(counted.filter((outcome) => outcome === 'already-in')).toHaveLength(99);
  });

  it('three phones that change from one to the other, with every request sent to both: the same result', async () => {
    const tokens = [await tokenFrom(0), await tokenFrom(1), await tokenFrom(0)];
    const people = day.ticketIds.slice(0, 60);
    const batches = tokens.map((token, device) => ({
      token,
      scans: people
        .filter((_, at) => at % 3 === device || at % 4 === 0)
        .flatMap((ticket) => [
          scanOf(ticket, day.often),
          scanOf(ticket, day.mainDoor, 'out'),
          scanOf(ticket, day.mainDoor),
        ]),
    }));
    const sent = await Promise.all(
      batches.flatMap(({ token, scans }) => running.map(({ url }) => sendScans(url, token, scans))),
    );
    // Each pair had the same ids: whichever process was first judged, the other repeats.
    for (let device = 0; device < tokens.length; device++) {
      const [one, other] = [sent[2 * device] ?? [], sent[2 * device + 1] ?? []];
      expect(one).toHaveLength(batches[device]!.scans.length);
      expect(other.map(({ id, outcome }) => [id, outcome])).toEqual(
        one.map(({ id, outcome }) => [id, outcome]),
      );
      one.forEach(({ duplicate }, at) =>
        expect([duplicate, other[at]!.duplicate].sort()).toEqual([false, true]),
      );
    }
    const [one, other] = await settledAttendance();
    expect({ ...other, at: null }).toEqual({ ...one, at: null });
    const connection = await createConnection(`${(MARIADB ?? '').replace(/^mariadb:/, 'mysql:')}${name}`);
    const [rows] = await connection.query(
      `SELECT COUNT(*) AS n FROM scans WHERE id IN (${batches.flatMap(({ scans }) => scans.map(({ id }) => `'${id}'`)).join(', ')})`,
    );
    const [inside] = await connection.query(
      'SELECT SUM(inside) AS n FROM admissions WHERE checkpoint_id = ?',
      [day.mainDoor],
    );
    await connection.end();
    expect(Number((rows as { n: number }[])[0]?.n)).toBe(batches.flatMap(({ scans }) => scans).length);
    expect(one.onSite).toBe(Number((inside as { n: number }[])[0]?.n));
  });
});
