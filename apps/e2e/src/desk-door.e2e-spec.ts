import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { DoorPhone } from './door-phone';
import { scanOf, sendScans } from './door-scans';
import { DoorServer, inBrowser } from './door-server';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

describe('the desk on the day', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let server: DoorServer;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('staff write what is done when a pupil is missing, and a supervisor’s phone has it without a connection', async () => {
    const { page, complaints } = staff;
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, `procedure ${state}`)));
    await page.goto(`${lectern.url}/staff/conferences/missing-procedure`);
    await page.getByText('These are the standard steps.').waitFor();
    await look('standard');
    found.push(...(await tabThrough(page)));
    const text = page.getByLabel('The steps');
    await text.fill('After 10 minutes:\nRing 999.\nAt once:\nRing 999.');
    await page.getByRole('button', { name: 'Save the steps' }).click();
    await page.getByText('There is a problem').waitFor();
    await look('refused');
    await text.fill('At once:\nRing the duty manager. 01695 575171.\nAfter 10 minutes:\nRing 999.');
    await page.getByRole('button', { name: 'Save the steps' }).click();
    await page.getByText('Saved.').waitFor();
    await look('saved');

    const phone = await DoorPhone.pair(browser, await server.pairingLink('supervisor'), 'Val');
    await phone.readyForOffline();
    await phone.offline();
    await phone.page.reload();
    await phone.open('More');
    await phone.page.getByRole('button', { name: 'Missing pupil' }).click();
    await phone.page.getByText('Ring the duty manager').waitFor();
    found.push(...(await lookAt(phone.page, 'door own procedure', { phoneOnly: true })));
    expect(await phone.page.locator('.procedure li').count()).toBe(2);
    expect(found).toEqual([]);
    expect([...complaints, ...phone.visit.complaints]).toEqual([]);
  }, 240_000);

  it('a badge that two doors let in is seen at once, and settled by keyboard alone', async () => {
    const { page, complaints } = staff;
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, `desk ${state}`)));
    const people = [...(await server.expected()).values()].flat().slice(0, 2);
    expect(people).toHaveLength(2);
    await page.goto(`${lectern.url}/staff/conferences/${server.conferenceId}/check-in`);
    await page.getByRole('heading', { name: 'Who is here' }).or(page.locator('h2').first()).waitFor();
    for (const [name, shift] of [
      ['Ned at the north door', 0],
      ['Sue at the south door', 1],
    ] as const) {
      const { token } = await server.pair('steward', name);
      const scans = people.map(({ ticketId }, at) => ({
        ...scanOf(ticketId, server.mainDoor().id),
        scannedAt: new Date(Date.now() - 60_000 * (5 + at - shift)).toISOString(),
        shown: 'admitted' as const,
      }));
      await sendScans(lectern.url, token, scans);
    }

    const panel = page.locator('app-conflicts-panel');
    await panel.getByRole('button', { name: `Settle ${people[0]!.displayName}` }).waitFor();
    expect(await panel.textContent()).toContain('Sue at the south door');
    await look('let in twice');
    found.push(...(await tabThrough(page)));

    await panel.getByRole('button', { name: `Settle ${people[0]!.displayName}` }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('app-conflicts-panel input'));
    await page.keyboard.press('Enter');
    await panel.getByText('There is a problem').waitFor();
    await look('settling refused');
    await panel.getByLabel('What was it?').focus();
    await page.keyboard.type('The same pupil, who came back for a bag');
    await page.keyboard.press('Enter');
    await panel.getByText('1 settled before').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'conflicts');
    expect(await panel.getByRole('button', { name: /^Settle/ }).count()).toBe(1);
    await panel.locator('summary').focus();
    await page.keyboard.press('Enter');
    await panel.getByText('who came back for a bag').waitFor();
    await look('one settled');
    expect((await server.attendance()).conflicts).toBe(1);
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
