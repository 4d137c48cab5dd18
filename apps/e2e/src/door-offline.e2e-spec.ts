import type { RosterEntry } from '@lectern/check-in';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { DoorPhone } from './door-phone';
import { DoorServer } from './door-server';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const STAYED_AWAY = 2;
const TYPED = 19;

describe('the door without a connection', () => {
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
    server = await DoorServer.watch(lectern.url, staff.context);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  /** People who have not come, each with the only one of their name, so that a search finds that one. */
  const firstLetters = ({ displayName }: RosterEntry): string => displayName.slice(0, 5);

  it('acceptance 34, 38, 43: scans, an undo and a party outlive a reload, and arrive once each', async () => {
    const groups = [...(await server.expected()).values()].sort((a, b) => b.length - a.length);
    const [party = [], ...others] = groups;
    // Some of the party come with their badges before the coach's list does.
    const [searched, ...typed] = [...others.flat(), ...party].slice(0, TYPED + 1);
    const batch = typed.slice(0, TYPED);
    const isTyped = new Set(batch.map(({ ticketId }) => ticketId));
    const rest = party.filter(({ ticketId }) => !isTyped.has(ticketId));
    expect([batch.length, rest.length > STAYED_AWAY]).toEqual([TYPED, true]);
    const undone = batch[0]!;
    const before = await server.attendance();

    const phone = await DoorPhone.pair(browser, await server.pairingLink('steward'), 'Sam');
    const { page } = phone;
    await phone.readyForOffline();
    await phone.offline();

    for (const { shortCode } of batch) await phone.letIn(shortCode);
    await phone.open('Search');
    await page.getByLabel('Name or short code').fill(firstLetters(searched!));
    await page.locator('.lines button', { hasText: searched!.school }).first().click();
    await page.getByRole('button', { name: 'Let in', exact: true }).click();
    await phone.told('go').waitFor();
    await page.keyboard.press('Escape');
    expect(await phone.strip()).toBe(`Working offline, ${TYPED + 1} scans to send`);

    await phone.open('More');
    await page.getByRole('button', { name: 'Recent scans, undo' }).click();
    await page
      .getByRole('button', { name: `Undo ${undone.displayName}`, exact: true })
      .first()
      .click();
    await page.getByRole('button', { name: 'Wrong badge' }).click();
    await page.getByText('⟲ Taken back').waitFor();
    await phone.back();

    await phone.open('More');
    await page.getByRole('button', { name: 'Parties' }).click();
    await page.getByLabel('School').fill(party[0]!.school);
    await page.locator('.lines button').first().click();
    const absent = rest.slice(0, STAYED_AWAY);
    const present = rest.slice(STAYED_AWAY);
    for (const { displayName } of absent) {
      await page.locator('.lines label', { hasText: displayName }).first().locator('input').uncheck();
    }
    await page.getByRole('button', { name: `Let in ${present.length}` }).click();
    await page.getByText(`${party.length - STAYED_AWAY} in, ${STAYED_AWAY} absent`).waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'More' }).waitFor();
    const waiting = TYPED + 2 + present.length;
    expect(await phone.strip()).toBe(`Working offline, ${waiting} scans to send`);
    await phone.type(batch[1]!.shortCode);
    await phone.told('wait').waitFor();
    expect(await phone.told('wait').textContent()).toMatch(/Already in, \d\d:\d\d/);
    await page.keyboard.press('Escape');

    await phone.online();
    await phone.allSent();
    const there = await server.atMainDoor();
    const inside = (entry: RosterEntry): boolean => there.get(entry.ticketId)?.inside ?? false;
    const letIn = [...batch.slice(1), searched!, ...present];
    expect(letIn.map(inside)).toEqual(letIn.map(() => true));
    expect([undone, ...absent].map(inside)).toEqual([false, false, false]);
    const after = await server.attendance();
    expect(after.admitted - before.admitted).toBe(letIn.length);
    expect(after.onSite - before.onSite).toBe(letIn.length);
    expect(phone.visit.complaints).toEqual([]);
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
