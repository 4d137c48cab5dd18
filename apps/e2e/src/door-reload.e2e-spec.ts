import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { LosingProxy } from './losing-proxy';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const SCANS = 30;
const RELOADS = 3;

describe('a phone that is reloaded while it talks to the server', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let server: DoorServer;
  let proxy: LosingProxy;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    proxy = await LosingProxy.before(lectern.url);
    cleanUp.push(() => proxy.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  /** How many scans the log holds of each of these tickets. */
  const logged = (ticketIds: readonly string[]): number[] => {
    const database = new DatabaseSync(join(lectern.home, 'lectern.db'), { readOnly: true });
    try {
      const count = database.prepare('SELECT COUNT(*) AS scans FROM scans WHERE ticket_id = ?');
      return ticketIds.map((ticketId) => (count.get(ticketId) as { scans: number }).scans);
    } finally {
      database.close();
    }
  };

  it('acceptance 31, 42: a list that was cut is fetched again, and 30 scans whose answers were lost are there once', async () => {
    const batch = [...(await server.expected()).values()].flat().slice(0, SCANS);
    const tickets = batch.map(({ ticketId }) => ticketId);
    expect([tickets.length, ...new Set(logged(tickets))]).toEqual([SCANS, 0]);
    const before = await server.attendance();
    const link = await server.pairingLink('steward');

    const halfAList = proxy.loseNext({ path: '/api/check-in/roster', share: 0.5 });
    const phone = await DoorPhone.pair(browser, link, 'Sam', { line: proxy });
    const { page } = phone;
    await halfAList;
    await page.reload();
    await phone.readyForOffline();

    await phone.offline();
    for (const { shortCode } of batch) await phone.letIn(shortCode);
    expect(await phone.strip()).toBe(`Working offline, ${SCANS} scans to send`);

    let noAnswer = proxy.loseNext({ path: '/api/check-in/scans', share: 0 });
    await phone.online();
    for (let reload = 0; reload < RELOADS; reload++) {
      await noAnswer;
      expect(logged(tickets)).toEqual(tickets.map(() => 1));
      if (reload + 1 < RELOADS)
        noAnswer = proxy.loseNext({ path: '/api/check-in/scans', share: reload % 2 ? 0 : 0.5 });
      await page.reload();
    }
    await page.getByRole('button', { name: 'More' }).waitFor();
    await phone.allSent();

    expect(logged(tickets)).toEqual(tickets.map(() => 1));
    const there = await server.atMainDoor();
    expect(tickets.filter((ticketId) => !there.get(ticketId)?.inside)).toEqual([]);
    const after = await server.attendance();
    expect(after.admitted - before.admitted).toBe(SCANS);
    expect(after.onSite - before.onSite).toBe(SCANS);
    expect(after.conflicts).toBe(before.conflicts);
    expect(phone.visit.complaints).toEqual([]);
  });
});
