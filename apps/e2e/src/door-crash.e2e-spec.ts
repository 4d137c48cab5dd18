import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type AnsweredScan, scanOf, sendScans, type SentScan } from './door-scans';
import { DoorServer } from './door-server';
import { type LecternProcess, signInStaff, spawnLectern } from './lectern-process';

const SCANS = 1000;
const KILLS = [150, 400, 700];
const LINES = 8;

describe('scans and a process that is killed', () => {
  let home: string;
  let lectern: LecternProcess | undefined;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lectern-door-'));
  });
  afterEach(async () => {
    await lectern?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  const start = async (): Promise<LecternProcess> => {
    lectern = await spawnLectern(home, { LECTERN_DEMO: 'on' });
    return lectern;
  };

  /** How often each scan of the test stands in the log. */
  const stored = (ids: ReadonlySet<string>): Map<string, number> => {
    const database = new DatabaseSync(join(home, 'lectern.db'), { readOnly: true });
    try {
      const rows = database.prepare('SELECT id FROM scans').all() as { id: string }[];
      const times = new Map<string, number>();
      for (const { id } of rows) if (ids.has(id)) times.set(id, (times.get(id) ?? 0) + 1);
      return times;
    } finally {
      database.close();
    }
  };

  /** In and out in turn, so that a scan that is lost or doubled would leave another state behind. */
  const mixed = (ticketIds: readonly string[], mainDoor: string, often: string): SentScan[] =>
    Array.from({ length: SCANS }, (_, at) => {
      const ticket = ticketIds[(at * 7) % ticketIds.length] ?? '';
      return scanOf(ticket, at % 2 === 0 ? often : mainDoor, at % 5 === 4 ? 'out' : 'in');
    });

  it('acceptance 46: killed again and again amid 1,000 scans, every acknowledged scan is there, none twice', async () => {
    let running = await start();
    await signInStaff(running);
    const server = await DoorServer.watch(running);
    const { token } = await server.pair();
    const often = await server.addCheckpoint('Lunch queue');
    const scans = mixed(await server.tickets(), server.mainDoor().id, often.id);
    const ids = new Set(scans.map(({ id }) => id));
    const answers = new Map<string, AnsweredScan>();
    const kills = [...KILLS];
    let waiting = [...scans];

    while (waiting.length > 0) {
      const queue = [...waiting];
      const dying = running;
      let killing: Promise<void> | undefined;
      const line = async (): Promise<void> => {
        for (;;) {
          const batch = queue.splice(0, 1 + (answers.size % 12));
          if (batch.length === 0) return;
          const results = await sendScans(dying.url, token, batch);
          if (results === null) return;
          for (const result of results) {
            // Whatever was acknowledged once is answered in the same way for ever.
            const before = answers.get(result.id);
            if (before) expect(result.outcome).toBe(before.outcome);
            answers.set(result.id, result);
          }
          if (kills.length > 0 && answers.size > (kills[0] ?? 0)) {
            kills.shift();
            // Not awaited here: the other lines are in the middle of theirs.
            killing = dying.kill();
          }
        }
      };
      await Promise.all(Array.from({ length: LINES }, line));
      if (killing) {
        await killing;
        const kept = stored(ids);
        expect([...answers.keys()].filter((id) => !kept.has(id))).toEqual([]);
        running = await start();
      }
      waiting = waiting.filter(({ id }) => !answers.has(id));
    }

    expect(kills).toEqual([]);
    const times = stored(ids);
    expect(times.size).toBe(SCANS);
    expect([...times.values()].filter((count) => count !== 1)).toEqual([]);

    // All of it once more: the same answers, and no row more.
    for (let at = 0; at < SCANS; at += 250) {
      const again = await sendScans(running.url, token, scans.slice(at, at + 250));
      for (const { id, outcome, duplicate } of again ?? []) {
        expect([id, outcome, duplicate]).toEqual([id, answers.get(id)?.outcome, true]);
      }
    }
    expect(stored(ids)).toEqual(times);
  });
});
