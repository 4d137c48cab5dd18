import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { cameraVideo, firstPage, newFolder, pictureOf } from './camera-video';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

/** How long the self-scan screen shows a verdict (its `KIOSK_VERDICT_MS`). */
const KIOSK_VERDICT_MS = 4_000;

/** What the self-scan screen says on a tablet, held upright and lying, in light and dark. */
describe('a tablet that people hold their own badges to', () => {
  const folder = newFolder();
  const video = join(folder, 'now.mjpeg');
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let server: DoorServer;
  let films = 0;

  /** What the camera sees from the next time that it is opened; null is a bare wall. */
  const show = (picture: string | null): void => {
    const made = join(folder, `film-${films++}`);
    mkdirSync(made);
    renameSync(cameraVideo(made, [{ picture, seconds: 3 }]), video);
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    show(null);
    browser = await openBrowser(video);
    cleanUp.push(() => browser.close());
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A verdict stays for as long as it is looked at. */
  const holdVerdicts = async (page: Page): Promise<void> => {
    await page.addInitScript((passing) => {
      const later = window.setTimeout.bind(window);
      const held = (run: TimerHandler, after?: number, ...rest: unknown[]): number =>
        later(run, after === passing ? 1e8 : after, ...rest);
      window.setTimeout = held as typeof window.setTimeout;
    }, KIOSK_VERDICT_MS);
  };

  it('has no WCAG 2.2 AA violation that axe finds, and fits the screen, whatever it says', async () => {
    const [person] = [...(await server.expected()).values()].flat();
    const badge = join(folder, 'badge.pdf');
    writeFileSync(badge, await server.badge(person!.ticketId));
    const picture = firstPage(badge);
    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Kit', {
      camera: true,
      prepare: holdVerdicts,
    });
    const { page } = phone;
    const found: string[] = [];
    const look = async (state: string) =>
      found.push(...(await lookAt(page, `self-scan ${state}`, { tabletOnly: true })));
    const holdUp = async (shown: string | null) => {
      show(shown);
      await page.reload();
      await page.locator(shown ? '.verdict' : 'lectern-kiosk-page h1').waitFor({ timeout: 30_000 });
    };
    const title = () => page.locator('.verdict .title').textContent();

    await phone.readyForOffline();
    await phone.open('More');
    await page.getByRole('button', { name: 'Let people scan their own badges' }).click();
    await page.getByRole('heading', { name: 'Hold your badge here' }).waitFor();
    await look('waiting');
    await holdUp(picture);
    expect(await title()).toBe(`Welcome, ${person!.displayName.split(' ')[0]}`);
    await look('welcome');
    await holdUp(picture);
    expect(await title()).toMatch(/^This badge came in at \d\d:\d\d$/);
    await look('already in');
    await holdUp(await pictureOf(folder, 'https://menu.example/drinks'));
    expect(await title()).toBe('That is not a badge for today');
    await look('another code');

    await phone.offline();
    await holdUp(null);
    await page.getByText('Working offline').waitFor();
    await look('offline');
    await phone.online();
    const corner = page.getByRole('button', { name: 'hold to leave this screen' });
    await corner.focus();
    // A key that is held is pressed again and again, before the question and while it is there.
    for (let press = 0; press < 60; press++) {
      await page.keyboard.down('Enter');
      await page.waitForTimeout(50);
    }
    await page.getByRole('alertdialog').waitFor({ timeout: 10_000 });
    await page.keyboard.up('Enter');
    await look('leaving');
    found.push(...(await tabThrough(page, '[role=alertdialog]')));
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('heading', { name: 'Scan tickets' }).waitFor();

    await phone.open('More');
    await page.getByText('Leaving', { exact: true }).click();
    await page.getByRole('button', { name: 'Let people scan their own badges' }).click();
    await holdUp(null);
    await look('way out');
    await holdUp(picture);
    expect(await title()).toMatch(/^Goodbye, /);
    await look('goodbye');
    expect(found).toEqual([]);
    expect(phone.visit.complaints).toEqual([]);
  }, 240_000);
});
