import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { LosingProxy } from './losing-proxy';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { nextBuild } from './steward-build';

/** Longer than the door must be idle before it takes a new version. */
const LONG_ENOUGH_MS = 6_500;

/** Whether the page is loaded anew within the time. */
const reloads = (page: Page, timeout: number): Promise<boolean> =>
  page.waitForEvent('load', { timeout }).then(
    () => true,
    () => false,
  );

/** Has the service worker look for a new build, as the app does by itself now and then, until the app was told of one. */
const untilFound = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((found) => {
        const { serviceWorker } = navigator;
        serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
          if (data.type === 'VERSION_READY') found();
        });
        serviceWorker.controller?.postMessage({ action: 'CHECK_FOR_UPDATES', nonce: 1 });
      }),
  );

describe('a phone at the door when the app has a new version', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  const build = nextBuild();
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

  it('takes it between scans only, and what waits to be sent is sent by it', async () => {
    const groups = [...(await server.expected()).values()].sort((a, b) => b.length - a.length);
    const [party = [], ...others] = groups;
    const batch = others.flat().slice(0, 5);
    expect(batch).toHaveLength(5);
    const before = await server.attendance();
    const link = await server.pairingLink('steward');
    const phone = await DoorPhone.pair(browser, link, 'Sam', { line: proxy });
    const { page } = phone;
    await phone.readyForOffline();
    const version = async (): Promise<string> => {
      await phone.open('More');
      const words = await page.getByText(/Version \d/).textContent();
      await phone.back();
      return words?.split('Version ')[1]?.trim() ?? '';
    };
    expect(await version()).toBe(build.from);

    // A party is being ticked off when the new build comes.
    await phone.open('More');
    await page.getByRole('button', { name: 'Parties' }).click();
    await page.getByLabel('School').fill(party[0]!.school);
    await page.locator('.lines button').first().click();
    await page.locator('.lines label').first().locator('input').uncheck();
    proxy.putInPlace(build.files);
    await untilFound(page);
    expect(await reloads(page, LONG_ENOUGH_MS)).toBe(false);
    expect(await page.locator('.lines label').first().locator('input').isChecked()).toBe(false);

    // One scan after the other, each less than the idle while after the last.
    await phone.offline();
    await phone.back();
    const reloaded = reloads(page, LONG_ENOUGH_MS);
    for (const { shortCode } of batch) {
      await phone.letIn(shortCode);
      await page.waitForTimeout(LONG_ENOUGH_MS / batch.length / 2);
    }
    await phone.type(batch[0]!.shortCode);
    await phone.told('wait').waitFor();
    expect(await reloaded).toBe(false);

    // A verdict that waits for the steward.
    expect(await reloads(page, LONG_ENOUGH_MS)).toBe(false);
    expect(await phone.told('wait').isVisible()).toBe(true);

    const renewed = reloads(page, 2 * LONG_ENOUGH_MS);
    await page.keyboard.press('Escape');
    expect(await renewed).toBe(true);
    await page.getByRole('button', { name: 'More' }).waitFor();
    const waiting = batch.length + 1;
    expect(await phone.strip()).toBe(`Working offline, ${waiting} scans to send`);
    expect(await version()).toBe(build.to);

    await phone.online();
    await phone.allSent();
    const there = await server.atMainDoor();
    expect(batch.filter(({ ticketId }) => !there.get(ticketId)?.inside)).toEqual([]);
    const after = await server.attendance();
    expect(after.admitted - before.admitted).toBe(batch.length);
    expect(after.conflicts).toBe(before.conflicts);
    expect(await reloads(page, LONG_ENOUGH_MS)).toBe(false);
    expect(phone.visit.complaints).toEqual([]);
  });
});
