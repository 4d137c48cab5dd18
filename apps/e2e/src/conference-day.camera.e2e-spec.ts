import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, signIn, visit, type Visit } from './browser';
import { cameraVideo, firstPage, newFolder, pictureOf } from './camera-video';
import { classList } from './class-list';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { schoolList } from './school-list';

const TITLE = 'Numbers in the wild';
const STRONG = 'violet-kettle-orchard';

/** A day so many days from now, as a date box wants it. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a conference day, from the first click to the door', () => {
  const school = schoolList();
  const folder = newFolder();
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let coordinator: Visit;
  let conferencePath = '';
  let badges = '';
  let pairingCode = '';

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    lectern.cli('import-schools', school.file);
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await visit(browser, { viewport: DESKTOP });
    coordinator = await visit(browser, { viewport: DESKTOP });
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
    rmSync(folder, { recursive: true, force: true });
  });

  const when = async (page: Page, question: string, date: string, time: string): Promise<void> => {
    const group = page.getByRole('group', { name: question });
    await group.getByLabel('Date').fill(date);
    await group.getByLabel('Time').fill(time);
  };

  it('staff create a conference, publish it and open registration', async () => {
    const { page } = staff;
    await page.goto(`${lectern.url}/staff/conferences/new`);
    await page.getByLabel('Title').fill(TITLE);
    await page.getByLabel('Summary').fill('A day about the mathematics around us.');
    await page.getByLabel('Name of the place').fill('The Arden Building');
    await page.getByLabel('Address').fill('St Helens Road, Ormsby Vale ZZ1 9XX');
    await when(page, 'Starts', day(60), '09:30');
    await when(page, 'Ends', day(60), '15:00');
    await page.getByLabel('Year 10').check();
    await page.getByLabel('Pupil places').fill('60');
    await when(page, 'Registration opens', day(0), '00:00');
    await when(page, 'Registration closes', day(40), '17:00');
    await when(page, 'Final numbers are due', day(50), '17:00');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    conferencePath = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Publish conference' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish conference' }).click();
    await page.getByRole('button', { name: 'Open registration' }).click();
    await page.getByText('Registration open', { exact: true }).first().waitFor();
  });

  it('a coordinator of an imported school accepts the invitation', async () => {
    const { page } = staff;
    await page.goto(`${lectern.url}/invitations`);
    await page.getByRole('radio', { name: /School coordinator/ }).check();
    await page.getByLabel('Their school').fill(school.urn);
    await page.getByRole('option', { name: school.name }).click();
    await page.getByLabel('Their e-mail address').fill('coordinator@school.example');
    await page.getByRole('button', { name: 'Make invitation' }).click();
    const link = await page.getByLabel('Link of the invitation').inputValue();
    await coordinator.page.goto(link);
    await coordinator.page.getByText(school.name).waitFor();
    await coordinator.page.getByLabel('Your full name').fill('Robin Teacher');
    await coordinator.page.getByLabel('Choose a password').fill(STRONG);
    await coordinator.page.getByRole('button', { name: 'Make my account' }).click();
    await coordinator.page.getByRole('heading', { level: 1, name: /Robin/ }).waitFor();
  });

  it('they register 30 pupils, one question a screen', async () => {
    const { page } = coordinator;
    await page.goto(`${lectern.url}/conferences`);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('link', { name: 'Register a group' }).click();
    const next = page.getByRole('button', { name: 'Continue' });
    await page.getByLabel('Pupils you would like to bring').fill('30');
    await next.click();
    await page.getByLabel('Adults').fill('2');
    await next.click();
    await page.getByLabel('Full name').fill('Robin Teacher');
    await page.getByLabel('Telephone number on the day').fill('07700 900123');
    await next.click();
    await page.getByLabel('Notes (optional)').waitFor();
    await next.click();
    await page.getByRole('button', { name: 'Register the group' }).click();
    await page.getByRole('heading', { level: 1, name: 'You have 30 places' }).waitFor();
  });

  it('they upload a CSV with UPNs, a repeated pupil and a bad year group, and mend it in the preview', async () => {
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Add names now' }).click();
    await page.getByLabel('Choose an Excel or CSV file').setInputFiles({
      name: 'year-10.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(classList(), 'utf8'),
    });
    await page.getByText('1 column was left out').waitFor();
    await page.getByText(/rows 2, 32/).waitFor();
    await page.getByText('Year group must be 7 to 13.', { exact: false }).first().waitFor();
    expect(await page.getByText('H801200', { exact: false }).count()).toBe(0);
    await page.getByLabel('Year group, row 8').fill('10');
    await page.getByLabel('Year group, row 8').press('Tab');
    await page.getByRole('button', { name: 'Remove Aisha Ashworth' }).last().click();
    await page.getByRole('button', { name: 'Save 30 pupils' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
  });

  it('they download the badges', async () => {
    const { page } = coordinator;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Badges PDF' }).click(),
    ]);
    badges = join(folder, 'badges.pdf');
    await download.saveAs(badges);
    expect(download.suggestedFilename()).toMatch(/^badges-.*\.pdf$/);
  });

  it('staff start the day and make a pairing code for a phone', async () => {
    const { page } = staff;
    await page.goto(`${lectern.url}${conferencePath}`);
    await page.getByRole('button', { name: 'Close registration' }).click();
    await page.getByRole('button', { name: 'Start the day' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start the day' }).click();
    await page.getByRole('tab', { name: 'Check-in' }).click();
    await page.getByText('Nobody has come in yet.', { exact: false }).waitFor();
    await page.getByLabel('Which phone or door?').fill('North door');
    await page.getByRole('button', { name: 'Make a pairing code' }).click();
    pairingCode = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())?.trim() ?? '';
    expect(pairingCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('the phone’s camera admits the pupil, then says already in, then refuses a damaged code', async () => {
    const badge = firstPage(badges);
    const damaged = await pictureOf(folder, `L1${'7'.repeat(135)}`);
    const video = cameraVideo(folder, [
      { picture: badge, seconds: 4 },
      { picture: null, seconds: 5 },
      { picture: badge, seconds: 4 },
      { picture: null, seconds: 5 },
      { picture: damaged, seconds: 4 },
      { picture: null, seconds: 5 },
    ]);
    const phone = await openBrowser(video);
    try {
      const steward = await visit(phone, { viewport: PHONE, camera: true });
      const { page } = steward;
      await page.goto(`${lectern.url}/steward/#/pair?code=${pairingCode}`);
      await page.getByLabel('Your name').fill('Sam');
      await page.getByRole('button', { name: 'Pair this phone' }).click();

      const told = (tone: string) => page.locator(`.told[data-tone="${tone}"]`);
      await told('go').waitFor({ timeout: 30_000 });
      const admittedAt = Date.now();
      expect(await told('go').textContent()).toContain('Aisha');
      const cameIn = staff.page.locator('dl div', { hasText: 'Came in' }).locator('.value').first();
      await expectWithin(2000, admittedAt, async () => (await cameIn.textContent())?.trim() === '1');

      await told('wait').waitFor({ timeout: 30_000 });
      expect(await told('wait').textContent()).toMatch(/Already in, \d\d:\d\d, Main door/);
      await told('stop').waitFor({ timeout: 30_000 });
      expect(await told('stop').textContent()).toContain('damaged');
      expect(steward.complaints).toEqual([]);
    } finally {
      await phone.close();
    }
    expect([...staff.complaints, ...coordinator.complaints]).toEqual([]);
  });
});

/** Waits until something is so, and fails when that took longer than it may since a moment. */
const expectWithin = async (
  milliseconds: number,
  since: number,
  isSo: () => Promise<boolean>,
): Promise<void> => {
  while (!(await isSo())) {
    if (Date.now() - since > milliseconds) throw new Error(`Not so within ${milliseconds} ms.`);
    await new Promise((again) => setTimeout(again, 50));
  }
};
