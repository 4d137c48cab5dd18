import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { cameraVideo, firstPage, newFolder, type Scene } from './camera-video';
import { type Comers, comersOf, offlineJourney } from './door-journey';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { LosingProxy } from './losing-proxy';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const WALL: Scene[] = [{ picture: null, seconds: 3 }];
/** A badge is held up for longer than a verdict stays for the badge before it. */
const BADGE_SECONDS = 1.8;
const BADGES = 20;

describe('the camera of a phone without a connection', () => {
  const folder = newFolder();
  const video = join(folder, 'now.mjpeg');
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let server: DoorServer;
  let line: LosingProxy;

  /** What the camera sees from the next time that it is opened. */
  const show = (name: string, scenes: readonly Scene[]): void => {
    const made = join(folder, name);
    mkdirSync(made, { recursive: true });
    // The browser may still be reading the former film, so that is put aside and not written over.
    renameSync(cameraVideo(made, scenes), video);
  };

  /** Somebody's badge as it is printed. */
  const badgeOf = async (ticketId: string): Promise<string> => {
    const badge = join(folder, `${ticketId}.pdf`);
    writeFileSync(badge, await server.badge(ticketId));
    return firstPage(badge);
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    line = await LosingProxy.before(lectern.url);
    cleanUp.push(() => line.stop());
    show('wall', WALL);
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

  it('acceptance 32, 34, 38: a badge is let in by its signature, is already in after that, and arrives once', async () => {
    const person = [...(await server.expected()).values()].flat().find(({ flags }) => flags.length === 0);
    const picture = await badgeOf(person!.ticketId);
    const before = await server.attendance();

    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Sam', {
      camera: true,
      line,
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
    // Another phone that opens the camera would see the film of this one, from where that is.
    await phone.visit.context.close();
  });

  it('acceptance 34, 38, 43: twenty badges held up one after the other, an undo and a party arrive once each', async () => {
    const comers = await comersOf(server, BADGES);
    const pictures = new Map<string, string>();
    for (const { ticketId } of comers.oneByOne) pictures.set(ticketId, await badgeOf(ticketId));
    show('wall before', WALL);
    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Sam', {
      camera: true,
      line,
    });
    const { page } = phone;

    /** Holds up the badges of these people, one after the other, and says who was not seen. */
    const holdUp = async (people: Comers['oneByOne'], round: number): Promise<Comers['oneByOne']> => {
      const badges = people.map(({ ticketId }) => ({
        picture: pictures.get(ticketId) ?? null,
        seconds: BADGE_SECONDS,
      }));
      // The film begins when the camera is opened, and would begin again at its end.
      show(`badges ${round}`, [
        { picture: null, seconds: 1 },
        ...badges,
        ...Array<Scene[]>(20).fill(WALL).flat(),
      ]);
      await page.reload();
      const all = page.locator('.strip', { hasText: `${BADGES} scans to send` });
      const isWhole = await all.waitFor({ timeout: (badges.length * BADGE_SECONDS + 6) * 1000 }).then(
        () => true,
        () => false,
      );
      if (isWhole) return [];
      await phone.open('More');
      await page.getByRole('button', { name: 'Recent scans, undo' }).click();
      const seen = (await page.getByRole('dialog').textContent()) ?? '';
      await phone.back();
      return people.filter(({ displayName }) => !seen.includes(displayName));
    };

    await offlineJourney(server, phone, comers, async () => {
      let left = comers.oneByOne;
      // A busy machine may be too slow for a badge: whoever was not let in holds theirs up again, as people do.
      for (let round = 1; round <= 3 && left.length > 0; round++) left = await holdUp(left, round);
      show('wall after', WALL);
    });
  }, 240_000);
});
