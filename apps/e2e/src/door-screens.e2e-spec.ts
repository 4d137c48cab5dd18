import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

/** The tools behind the camera, in light and dark, on a phone and on a screen of 320 pixels. */
describe('every tool of the door has no WCAG 2.2 AA violation that axe finds', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let server: DoorServer;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('search, people, parties, undo, roll, forms and self-scan', async () => {
    const phone = await DoorPhone.pair(browser, await server.pairingLink('supervisor'), 'Val');
    const { page } = phone;
    const found: string[] = [];
    const look = async (state: string) =>
      found.push(...(await lookAt(page, `door ${state}`, { phoneOnly: true })));
    const tool = async (name: string | RegExp) => {
      await phone.open('More');
      await page.getByRole('button', { name }).click();
      await page.locator('lectern-panel h1').waitFor();
    };
    const [party = []] = [...(await server.expected()).values()].sort((a, b) => b.length - a.length);
    const [person, other] = party;
    await phone.readyForOffline();

    await phone.open('Search');
    await look('search');
    await page.getByLabel('Name or short code').fill(person!.displayName.slice(0, 4));
    await page.locator('.lines button').first().waitFor();
    await look('people found');
    await page.locator('.lines button').first().click();
    await page.getByRole('button', { name: 'Let in', exact: true }).waitFor();
    await look('person');
    await page.getByRole('button', { name: 'Report missing' }).click();
    await page.getByText('Ring 999').waitFor();
    await look('report missing');
    await phone.back();

    await phone.letIn(person!.shortCode);
    await tool('Recent scans, undo');
    await look('recent scans');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await look('why undone');
    await phone.back();
    await tool('Parties');
    await look('parties');
    await page.getByLabel('School').fill(other!.school);
    await page.locator('.lines button').first().click();
    await page.getByRole('button', { name: /^Let in \d+/ }).waitFor();
    await look('party');
    await page.getByRole('button', { name: 'Party leaves' }).click();
    await look('party leaves');
    await phone.back();
    await tool('Who is here');
    await look('roll by school');
    await page.locator('summary').first().click();
    await look('roll of a school');
    await page.getByText('By room').click();
    await look('roll by room');
    await phone.back();
    await tool('Came without a booking');
    await page.getByRole('button', { name: 'Let in and count' }).click();
    await page.getByText('Choose the school that they belong to.').waitFor();
    await look('walk-in refused');
    await phone.back();
    await tool('Somebody else came');
    await look('substitution');
    await phone.back();
    await tool('End of the day');
    await page.getByRole('button', { name: 'Check everybody out' }).click();
    await look('end of the day');
    await phone.back();

    await phone.offline();
    await phone.letIn(other!.shortCode);
    await look('offline');
    await tool('Came without a booking');
    await look('walk-in offline');
    await phone.back();
    await phone.open('More');
    await page.getByRole('button', { name: 'Let people scan their own badges' }).click();
    await page.getByRole('heading', { name: /this screen has no camera|Hold your badge here/ }).waitFor();
    await look('self-scan');
    expect(found).toEqual([]);
    expect(phone.visit.complaints).toEqual([]);
  });
});
