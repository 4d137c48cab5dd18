import type { Attendance, RosterEntry } from '@lectern/check-in';
import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, signIn, visit, type Visit } from './browser';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const walkIns = ({ walkIns = 0 }: Attendance): number => walkIns;

describe('what a supervisor does at the door, and staff at their desk', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let server: DoorServer;
  let phone: DoorPhone;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await visit(browser, { viewport: DESKTOP });
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
    phone = await DoorPhone.pair(browser, await server.pairingLink('supervisor'), 'Val');
    await phone.readyForOffline();
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  const find = async (name: string): Promise<void> => {
    await phone.open('Search');
    await phone.page.getByLabel('Name or short code').fill(name);
    await phone.page.locator('.lines button', { hasText: name }).first().click();
  };

  it('lets in and counts somebody who came in another’s place, whose badge then does not work', async () => {
    const { page } = phone;
    const absent = [...(await server.expected()).values()].flat().find(({ kind }) => kind === 'pupil')!;
    const before = await server.attendance();
    await find(absent.displayName);
    await page.getByRole('button', { name: 'Somebody else came' }).click();
    await page.getByLabel('First name of who came').fill('Wilhelmina');
    await page.getByLabel('Last name of who came').fill('Quillfeather');
    await page.getByLabel('Year group').fill('9');
    await page.getByLabel('Why did somebody else come?').fill('Was ill this morning');
    await page.getByRole('button', { name: 'Let in in their place' }).click();
    await page.getByText(/Wilhelmina.* is in/).waitFor();
    await phone.back();
    expect((await server.attendance()).onSite - before.onSite).toBe(1);
    await phone.type(absent.shortCode);
    await phone.told('stop').waitFor();
    await page.keyboard.press('Escape');
  });

  /** Writes down on the phone somebody who came without a booking, up to the press that lets them in. */
  const writeDown = async (groupId: string, familyName: string): Promise<void> => {
    const { page } = phone;
    await phone.open('More');
    await page.getByRole('button', { name: 'Came without a booking' }).click();
    await page.getByLabel('School').selectOption(groupId);
    await page.getByLabel('First name').fill('Barnaby');
    await page.getByLabel('Last name').fill(familyName);
    await page.getByLabel('Year group').fill('10');
    await page.getByLabel('Why do they come without a booking?').fill('Came with a friend on the coach');
    await page.getByRole('button', { name: 'Let in and count' }).click();
  };

  /** How the school's list stands: pupils named, and places. */
  const groups = async () => {
    const path = `${lectern.url}/api/conferences/${server.conferenceId}/groups?limit=100`;
    const { items } = (await (await staff.context.request.get(path)).json()) as {
      items: { id: string; status: string; places: number; pupilsNamed: number }[];
    };
    return items.filter(({ status }) => status === 'confirmed');
  };

  /** The school takes somebody off its list, who leaves a place. */
  const takeOff = async ({ groupId, ticketId }: RosterEntry): Promise<void> => {
    const path = `${lectern.url}/api/groups/${groupId}`;
    const answer = await staff.context.request.get(`${path}/tickets`);
    const { items } = (await answer.json()) as { items: { id: string; personId: string }[] };
    const personId = items.find(({ id }) => id === ticketId)?.personId ?? '';
    const taken = await staff.context.request.post(`${path}/people/${personId}/cancellation`);
    expect(taken.ok()).toBe(true);
  };

  it('a walk-in takes a place that the school has left, and is let in and counted', async () => {
    const { page } = phone;
    const ill = [...(await server.expected()).values()].flat().find(({ kind }) => kind === 'pupil')!;
    await takeOff(ill);
    const group = (await groups()).find(({ id }) => id === ill.groupId)!;
    expect(group.pupilsNamed).toBeLessThan(group.places);
    const before = await server.attendance();
    await writeDown(group.id, 'Thistlewood');
    await page.getByText(/Barnaby.* is in/).waitFor();
    await phone.back();
    const after = await server.attendance();
    expect([after.onSite - before.onSite, walkIns(after) - walkIns(before)]).toEqual([1, 1]);
    const now = (await groups()).find(({ id }) => id === group.id)!;
    expect([now.places, now.pupilsNamed]).toEqual([group.places, group.pupilsNamed + 1]);
  });

  it('where every place is taken the phone says so first, and staff see who let them in over the places', async () => {
    const { page } = phone;
    const group = (await groups()).find(({ places, pupilsNamed }) => pupilsNamed >= places)!;
    const before = await server.attendance();
    await writeDown(group.id, 'Overbury');
    await page.getByRole('heading', { name: 'Every place is taken' }).waitFor();
    const found = await lookAt(page, 'door every place taken', { phoneOnly: true });
    expect(walkIns(await server.attendance())).toBe(walkIns(before));
    await page.getByRole('button', { name: 'Let in over the number of places' }).click();
    await page.getByText(/Barnaby.* is in/).waitFor();
    found.push(...(await lookAt(page, 'door let in over the places', { phoneOnly: true })));
    await phone.back();
    const after = await server.attendance();
    expect([after.onSite - before.onSite, walkIns(after) - walkIns(before)]).toEqual([1, 1]);

    const desk = staff.page;
    await desk.goto(`${lectern.url}/staff/conferences/${server.conferenceId}/roll`);
    const row = desk.locator('section li', { hasText: 'Barnaby Overbury' });
    await row.getByText('Walk-in').waitFor();
    found.push(...(await lookAt(desk, 'roll with a walk-in')));
    await desk.goto(`${lectern.url}/groups/${group.id}/people`);
    await desk
      .getByText(/over the places|over the number of places/)
      .first()
      .waitFor();
    expect(await desk.locator('main').textContent()).toContain('Came with a friend on the coach');
    found.push(...(await lookAt(desk, 'list with somebody over the places')));
    expect(found).toEqual([]);
    expect(staff.complaints).toEqual([]);
  });

  it('prints the badge of somebody again', async () => {
    const person = [...(await server.expected()).values()].flat()[0]!;
    await find(person.displayName);
    const [answer] = await Promise.all([
      phone.visit.context.waitForEvent('response', (one) => one.url().endsWith('/badge.pdf')),
      phone.page.getByRole('button', { name: 'Print the badge' }).click(),
    ]);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await phone.back();
  });

  it('a missing pupil is on the desk’s page with the step that was done, and staff close the record', async () => {
    const { page } = phone;
    const pupil = [...(await server.expected()).values()].flat().find(({ kind }) => kind === 'pupil')!;
    await phone.letIn(pupil.shortCode);
    await find(pupil.displayName);
    await page.getByRole('button', { name: 'Report missing' }).click();
    await page.getByLabel('When and where were they last seen?').fill('At the tea urn');
    await page.getByRole('button', { name: 'Start looking for them' }).click();
    await page.locator('.case .tools button').first().click();
    await page.locator('.steps').getByText('Looked at the roll').waitFor();

    const desk = staff.page;
    await desk.goto(`${lectern.url}/staff/conferences/${server.conferenceId}/check-in`);
    await desk.getByText(`${pupil.displayName} is missing`).first().waitFor();
    await desk.getByRole('link', { name: 'Open the record' }).click();
    await desk.locator('.log').getByText('Looked at the roll').waitFor();
    await desk.getByLabel('Add what happened').fill('Found by the coach');
    await desk.getByRole('button', { name: 'Add to the record' }).click();
    await desk.locator('.log').getByText('Found by the coach').waitFor();
    await desk.locator('.choice').first().click();
    await desk.getByRole('button', { name: 'Close the record' }).click();
    await desk.getByText('Closed', { exact: true }).first().waitFor();
    await phone.back();
  });

  it('at the end of the day staff check out everyone still inside, and the roll has nobody', async () => {
    const desk = staff.page;
    await desk.goto(`${lectern.url}/staff/conferences/${server.conferenceId}/check-in`);
    await desk.getByRole('button', { name: /Everyone has gone: check out the \d+ still inside/ }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /Check out \d+ people/ })
      .click();
    await desk.locator('app-day-end-panel [role=status]', { hasText: 'people were checked out' }).waitFor();
    expect((await server.attendance()).onSite).toBe(0);
    const answer = await staff.context.request.get(
      `${lectern.url}/api/conferences/${server.conferenceId}/roll`,
    );
    expect(((await answer.json()) as { here: number }).here).toBe(0);
  });
});
