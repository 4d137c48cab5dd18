import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { cameraVideo, firstPage, newFolder } from './camera-video';
import { DoorPhone } from './door-phone';
import { DoorServer } from './door-server';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const WALL = [{ picture: null, seconds: 3 }];

describe('the camera of a phone without a connection', () => {
  const folder = newFolder();
  const video = join(folder, 'now.mjpeg');
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let server: DoorServer;

  /** What the camera sees from the next time that it is opened. */
  const show = (name: string, scenes: Parameters<typeof cameraVideo>[1]): void => {
    const made = join(folder, name);
    mkdirSync(made, { recursive: true });
    // The browser may still be reading the former film, so that is put aside and not written over.
    renameSync(cameraVideo(made, scenes), video);
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    show('wall', WALL);
    browser = await openBrowser(video);
    cleanUp.push(() => browser.close());
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(lectern.url, staff.context);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
    rmSync(folder, { recursive: true, force: true });
  });

  it('acceptance 32, 34, 38: a badge is let in by its signature, is already in after that, and arrives once', async () => {
    const person = [...(await server.expected()).values()].flat().find(({ flags }) => flags.length === 0);
    const badge = join(folder, 'badge.pdf');
    writeFileSync(badge, await server.badge(person!.ticketId));
    const picture = firstPage(badge);
    const before = await server.attendance();

    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Sam', {
      camera: true,
    });
    const { page } = phone;
    await phone.readyForOffline();
    await phone.offline();
    show('badge', [
      { picture: null, seconds: 2 },
      { picture, seconds: 4 },
      { picture: null, seconds: 4 },
    ]);
    await page.reload();

    await phone.told('go').waitFor({ timeout: 30_000 });
    const verdict = await phone.told('go').textContent();
    expect(verdict).toContain(person!.displayName.split(' ')[0]);
    expect(verdict).toContain('Not sent yet');
    await phone.told('wait').waitFor({ timeout: 30_000 });
    expect(await phone.told('wait').textContent()).toMatch(/Already in, \d\d:\d\d/);

    show('wall again', WALL);
    await page.reload();
    await page.getByRole('button', { name: 'More' }).waitFor();
    // The repeat is on the record too, though it lets nobody in.
    expect(await phone.strip()).toBe('Working offline, 2 scans to send');
    expect((await server.attendance()).admitted).toBe(before.admitted);

    await phone.online();
    await phone.allSent();
    expect((await server.atMainDoor()).get(person!.ticketId)?.inside).toBe(true);
    const after = await server.attendance();
    expect(after.admitted - before.admitted).toBe(1);
    expect(after.onSite - before.onSite).toBe(1);
    expect(after.conflicts).toBe(before.conflicts);
    expect(phone.visit.complaints).toEqual([]);
  });
});
