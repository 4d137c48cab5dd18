import type { RosterEntry } from '@lectern/check-in';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { comersOf, offlineJourney } from './door-journey';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { LosingProxy } from './losing-proxy';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const TYPED = 19;

describe('the door without a connection', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let server: DoorServer;
  let line: LosingProxy;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    line = await LosingProxy.before(lectern.url);
    cleanUp.push(() => line.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  /** People who have not come, each with the only one of their name, so that a search finds that one. */
  const firstLetters = ({ displayName }: RosterEntry): string => displayName.slice(0, 5);

  it('acceptance 34, 38, 43: codes typed, an undo and a party outlive a reload, and arrive once each', async () => {
    const comers = await comersOf(server, TYPED + 1);
    const searched = comers.oneByOne[TYPED]!;
    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Sam', { line });
    const { page } = phone;
    await offlineJourney(server, phone, comers, async () => {
      for (const { shortCode } of comers.oneByOne.slice(0, TYPED)) await phone.letIn(shortCode);
      await phone.open('Search');
      await page.getByLabel('Name or short code').fill(firstLetters(searched));
      await page.locator('.lines button', { hasText: searched.school }).first().click();
      await page.getByRole('button', { name: 'Let in', exact: true }).click();
      await phone.told('go').waitFor();
      await page.keyboard.press('Escape');
    });
  });

  it('one badge at two phones that do not know of each other is told to both and settled by a supervisor', async () => {
    const [person] = [...(await server.expected()).values()].flat();
    const pair = async (name: string, role: 'steward' | 'supervisor') =>
      DoorPhone.pair(browser, await server.pairingLink(role), name);
    const [north, south, supervisor] = [
      await pair('Ned', 'steward'),
      await pair('Sue', 'steward'),
      await pair('Val', 'supervisor'),
    ];
    for (const phone of [north, south]) {
      await phone.readyForOffline();
      await phone.offline();
      await phone.letIn(person!.shortCode);
    }
    for (const phone of [north, south]) {
      await phone.online();
      await phone.allSent();
    }
    for (const phone of [north, south, supervisor]) {
      await phone.page.getByText('One badge was let in twice').waitFor({ timeout: 45_000 });
    }
    await supervisor.page.getByText('One badge was let in twice').click();
    const panel = supervisor.page.getByRole('dialog');
    expect(await panel.textContent()).toContain('Ned');
    expect(await panel.textContent()).toContain('Sue');
    await panel.getByRole('button', { name: 'Settle it' }).click();
    await panel.getByRole('button', { name: 'The same person, scanned at both doors' }).click();
    await panel.getByText('Nothing is open.').waitFor();
    for (const phone of [north, south]) {
      await phone.page
        .getByText('One badge was let in twice')
        .waitFor({ state: 'detached', timeout: 45_000 });
    }
    expect((await server.attendance()).conflicts).toBe(0);
  });
});
