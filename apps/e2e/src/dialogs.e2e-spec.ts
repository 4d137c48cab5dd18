import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { type Known, knownOf, settled } from './demo-pages';
import { lookAt } from './look';
import { readOutbox } from './outbox-reader';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

/** Dialogs, and pages that only a link from a letter or a first press opens. */
describe('dialogs and pages behind a link', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let known: Known;
  let staff: Visit;

  const as = async (role: string): Promise<Visit> => {
    const visitor = await visit(browser);
    await signIn(visitor.page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${lectern.url}${path}`);
    await settled(page);
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    known = await knownOf(lectern, browser);
    staff = await as('staff');
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it.each([
    ['Add a room', 0],
    ['Add a time', 0],
    ['Add a speaker', 0],
    ['Add a strand', 0],
    [', change this time', 0],
    ['Add a session', 0],
  ])('the programme’s “%s”, looked at and by keyboard alone', async (name, at) => {
    const { page, complaints } = staff;
    await go(page, `/staff/conferences/${known.open}/programme`);
    const opener = page.getByRole('button', { name }).nth(at);
    const look = () => lookAt(page, `programme ${name}`);
    expect(await throughDialog(page, name, opener, look)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a session of the programme, and what is refused in its dialog', async () => {
    const { page, complaints } = staff;
    await go(page, `/staff/conferences/${known.live}/programme`);
    const opener = page.locator('button.session').first();
    const look = () => lookAt(page, 'programme session');
    const found = await throughDialog(page, 'a session', opener, look);
    await go(page, `/staff/conferences/${known.open}/programme`);
    await page.getByRole('button', { name: 'Add a room' }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByText('There is a problem').waitFor();
    found.push(...(await lookAt(page, 'programme room refused')));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('somebody who came without being on a list: what is asked, refused, and what becomes of it', async () => {
    const { page, complaints } = staff;
    await go(page, `/staff/conferences/${known.live}/check-in`);
    const opener = page.getByRole('button', { name: 'Came without being on a list' });
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, `walk-in ${state}`)));
    found.push(...(await throughDialog(page, 'walk-in', opener, () => lookAt(page, 'walk-in'))));
    await go(page, `/staff/conferences/${known.live}/roll`);
    await opener.click();
    const dialog = page.getByRole('dialog');
    const add = dialog.locator('button[type=submit]');
    await add.click();
    await dialog.getByText('Choose the school that they came with.').first().waitFor();
    await look('refused');

    // Each place of this school has its name, and the conference has none left.
    const full = dialog.locator('option', { hasText: /\((\d+) of \1 places named\)/ }).first();
    await dialog.getByLabel('School').selectOption((await full.getAttribute('value')) ?? '');
    await dialog.getByLabel('First name').fill('Wilhelmina');
    await dialog.getByLabel('Last name').fill('Quillfeather');
    await dialog.getByLabel('Year group').fill('9');
    await dialog.getByLabel('Why were they not on the list?').fill('Moved to the school last week');
    await add.click();
    await dialog.getByRole('button', { name: 'Put them on the list over the places' }).waitFor();
    await look('over the places');
    await add.click();
    await dialog.getByRole('heading', { name: 'Wilhelmina Quillfeather is on the list' }).waitFor();
    await look('done');
    const badge = await page.request.get(
      `${lectern.url}${(await dialog.getByRole('link').getAttribute('href')) ?? ''}`,
    );
    expect([badge.status(), badge.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const row = page.locator('section li', { hasText: 'Wilhelmina Quillfeather' });
    await row.getByText('Walk-in').waitFor();
    const again = await row.getByRole('link', { name: 'Print badge of Wilhelmina' }).getAttribute('href');
    expect((await page.request.get(`${lectern.url}${again ?? ''}`)).headers()['content-type']).toBe(
      'application/pdf',
    );
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('cancelling a conference and a group, by keyboard alone', async () => {
    const { page } = staff;
    await go(page, `/staff/conferences/${known.open}/settings`);
    const conference = page.getByRole('button', { name: /^Cancel/ }).first();
    const found = await throughDialog(page, 'cancel a conference', conference, () =>
      lookAt(page, 'cancel a conference'),
    );
    const coordinator = await as('coordinator');
    await go(coordinator.page, `/groups/${known.unnamed}`);
    const group = coordinator.page.getByRole('button', { name: 'Cancel the group' });
    found.push(
      ...(await throughDialog(coordinator.page, 'cancel a group', group, () =>
        lookAt(coordinator.page, 'cancel a group'),
      )),
    );
    expect(found).toEqual([]);
  });

  it('a school’s calendar link, once made', async () => {
    const { page, complaints } = await as('coordinator');
    await go(page, '/calendar');
    const make = page.getByRole('button', { name: 'Make the calendar link' });
    if (await make.isVisible()) await make.click();
    await page.getByRole('link', { name: 'Subscribe' }).waitFor();
    const found = await lookAt(page, 'calendar link made');
    found.push(...(await tabThrough(page)));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('asking for access, from the form to the link in the letter, which confirms once', async () => {
    const { page, complaints } = await visit(browser);
    const found: string[] = [];
    await go(page, '/ask-for-access');
    await page.getByLabel('Your full name').fill('Robin Example');
    await page.getByLabel('Your work e-mail address').fill('robin@school.example');
    await page.getByRole('combobox').fill('900012');
    await page.getByRole('option').first().click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your e-mail' }).waitFor();
    found.push(...(await lookAt(page, 'access asked for')));

    const letter = readOutbox(lectern.home).find(({ to }) => to === 'robin@school.example');
    const link = letter?.links.find((url) => url.includes('/ask-for-access/')) ?? '';
    await page.goto(`${lectern.url}${new URL(link).pathname}`);
    await settled(page);
    found.push(...(await lookAt(page, 'access to confirm')), ...(await tabThrough(page)));
    await page.getByRole('button', { name: 'Confirm my e-mail address' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your address is confirmed' }).waitFor();
    found.push(...(await lookAt(page, 'access confirmed')));

    // Confirming twice is no mistake of anybody's; whoever decides finds one request, not two.
    await go(staff.page, '/people/requests');
    await staff.page.getByText('Robin Example').first().waitFor();
    found.push(...(await lookAt(staff.page, 'access requests waiting')));
    const decline = staff.page.getByRole('button', { name: /Decline|No/ }).first();
    found.push(
      ...(await throughDialog(staff.page, 'decline a request', decline, () =>
        lookAt(staff.page, 'decline a request'),
      )),
    );
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
