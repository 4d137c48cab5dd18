import { join } from 'node:path';
import { addDays, londonDay, weekdayFrom } from '@lectern/core';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { DoorPhone } from './door-phone';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const TITLE = 'Functions inside out, on a washing line';
const SUNDAY = 7;

/** The columns that hold when something of a session was, is or will be. */
const MOMENTS: Readonly<Record<string, readonly string[]>> = {
  cpd_sessions: ['starts_at', 'ends_at'],
  conferences: ['starts_at', 'ends_at'],
  admissions: ['first_admitted_at', 'last_at'],
  scans: ['scanned_at', 'corrected_at'],
};

/**
 * From a topic that a teacher finds hard to a certificate and a trainee’s evidence, each step by the person who takes it.
 * Nobody waits until Sunday: the session, its door and its scans are moved back in time instead.
 */
describe('Challenging Topics, from a mark to a certificate', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  const people = new Map<string, Visit>();
  let lectern: RunningLectern;
  let browser: Browser;
  let sessionId: string;
  let phone: DoorPhone;

  const as = async (name: string): Promise<Page> => {
    const known = people.get(name);
    if (known) return known.page;
    const visitor = await visit(browser);
    await signIn(visitor.page, lectern.url, `${name}@lectern.example`, DEMO_PASSWORD);
    visitor.page.setDefaultTimeout(15_000);
    people.set(name, visitor);
    return visitor.page;
  };
  const goTo = async (name: string, path: string): Promise<Page> => {
    const page = await as(name);
    await page.goto(`${lectern.url}${path}`);
    return page;
  };
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).first().click();
  const follow = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('link', { name }).first().click();

  /** Moves the session and all that happened at its door, so that it begins so many minutes from now. */
  const beginsIn = (minutes: number): void => {
    const database = new DatabaseSync(join(lectern.home, 'lectern.db')) as unknown as {
      prepare(sql: string): { get(...values: unknown[]): unknown; run(...values: unknown[]): unknown };
      close(): void;
    };
    const read = database.prepare('SELECT starts_at FROM cpd_sessions WHERE id = ?').get(sessionId) as {
      starts_at: string;
    };
    const door = database
      .prepare('SELECT event_id FROM cpd_session_doors WHERE session_id = ?')
      .get(sessionId) as {
      event_id: string;
    };
    const begins = Date.parse(`${read.starts_at.replace(' ', 'T')}Z`);
    const seconds = Math.round((Date.now() + minutes * 60_000 - begins) / 1000);
    for (const [table, columns] of Object.entries(MOMENTS)) {
      const moved = columns
        .map((column) => `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, ?)`)
        .join(', ');
      const key = table === 'admissions' || table === 'scans' ? 'conference_id' : 'id';
      database
        .prepare(`UPDATE ${table} SET ${moved} WHERE ${key} = ?`)
        .run(
          ...columns.map(() => `${seconds} seconds`),
          table === 'cpd_sessions' ? sessionId : door.event_id,
        );
    }
    database.close();
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('a teacher marks a topic as hardest, and staff plan a session on it where they see that it is wanted', async () => {
    const teacher = await goTo('teacher.kasia', '/challenging-topics/topics');
    await press(teacher, /Mark as hardest.*Functions: inverse and composite/);
    await teacher
      .getByRole('button', { name: /Marked as hardest.*Functions: inverse and composite/ })
      .waitFor();

    const staff = await goTo('staff', '/staff/cpd');
    await follow(staff, /Plan one.*Functions: inverse and composite/);
    await staff.getByLabel('Title').fill(TITLE);
    await staff.getByLabel('Day').fill(weekdayFrom(addDays(londonDay(new Date()), 2), SUNDAY));
    await staff.getByLabel('Starts').fill('10:00');
    await staff.getByLabel('Ends').fill('11:00');
    await staff.getByLabel('On campus').check();
    await staff.getByLabel(/^Room/).fill('Arden 3.11');
    await staff.getByLabel('Places for teachers').fill('3');
    await staff.getByLabel('Presenters wanted').fill('2');
    await press(staff, 'Save draft');
    await press(staff, 'Open for booking');
    await staff.getByRole('dialog').getByRole('button', { name: 'Open for booking' }).click();
    await staff.getByRole('link', { name: 'Its page for teachers and trainees' }).waitFor();
    sessionId = staff.url().split('/').at(-1)!.split('?')[0]!;
  }, 120_000);

  it('two trainees offer as a team, the mentor asks for changes, and approves once suitability is recorded', async () => {
    const trainee = await goTo('trainee', `/challenging-topics/sessions/${sessionId}`);
    await follow(trainee, 'Offer to deliver');
    await trainee
      .getByLabel('What would you do in the session?')
      .fill('We hang functions on a washing line, so that teachers see which comes first.');
    await trainee.getByLabel(/Who gives it with you/).pressSequentially('Elsie');
    await trainee.getByRole('option', { name: /Elsie Quarmby/ }).click();
    await press(trainee, 'Send the offer');
    await trainee.getByText('Your offer is sent.').waitFor();
    const offer = trainee.url().split('/').at(-1)!.split('?')[0]!;

    const mentor = await goTo('mentor', '/mentor');
    await follow(mentor, new RegExp(TITLE));
    await mentor.getByLabel('A note to the trainees').fill('Say how you end it, please.');
    await press(mentor, 'Ask for changes');
    await trainee.goto(`${lectern.url}/my-offers/${offer}`);
    await trainee.getByText('Say how you end it, please.').first().waitFor();
    await trainee
      .getByLabel('What would you do in the session?')
      .fill('We hang functions on a washing line first, and end with one that each teacher takes home.');
    await press(trainee, 'Send the changes');

    await mentor.goto(`${lectern.url}/mentor/offers/${offer}`);
    await press(mentor, 'Approve');
    await mentor.getByText('There is a problem').waitFor();
    expect(await mentor.locator('main').textContent()).toContain('Elsie Quarmby');
    await press(mentor, /Record suitability/);
    await mentor.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
    await mentor.getByRole('dialog').waitFor({ state: 'detached' });
    await press(mentor, 'Approve');
    await mentor.getByText('Approved').first().waitFor();
  }, 120_000);

  it('teachers of two schools book the last places, and the next one waits', async () => {
    const first = await goTo('teacher', `/challenging-topics/sessions/${sessionId}`);
    await first.getByText('Charlie Dunn').waitFor();
    expect(await first.locator('main').textContent()).toContain('Elsie Quarmby');
    await follow(first, 'Book a place');
    await press(first, 'Add a colleague');
    await first.getByLabel('Name', { exact: true }).fill('Gita Merrow');
    await first.getByLabel('E-mail address').fill('teacher.gita@lectern.example');
    await first.locator('form button[type=submit]').last().click();
    await first.getByRole('heading', { name: 'Who is coming' }).waitFor();

    const second = await goTo('teacher.hugo', `/challenging-topics/sessions/${sessionId}/book`);
    await second.locator('form button[type=submit]').last().click();
    await second.getByRole('heading', { name: 'Who is coming' }).waitFor();

    const third = await goTo('teacher.joel', `/challenging-topics/sessions/${sessionId}`);
    await third.getByText('0 of 3 left').waitFor();
    await follow(third, 'Join the waiting list');
    await third.locator('form button[type=submit]').last().click();
    await third.getByRole('heading', { name: 'Who is coming' }).waitFor();
    expect(await third.locator('main').textContent()).toMatch(/waiting/i);
  }, 120_000);

  it('on the day tickets are scanned, and staff mark the session as delivered', async () => {
    const codes: string[] = [];
    for (const name of ['trainee', 'trainee.elsie', 'teacher', 'teacher.hugo']) {
      const page = await goTo(name, `/my-cpd/sessions/${sessionId}/ticket`);
      await page.locator('lectern-qr-picture svg').waitFor();
      codes.push((await page.locator('.ticket .letters').textContent())!.trim());
    }
    beginsIn(20);
    const staff = await goTo('staff', `/staff/cpd/sessions/${sessionId}/attendance`);
    await staff.getByLabel('Which phone or door?').fill('Room door');
    await press(staff, 'Make a pairing code');
    const code = await staff.locator('app-pairing-panel .letters').textContent();
    phone = await DoorPhone.pair(browser, `${lectern.url}/steward/#/pair?code=${code?.trim()}`, 'Sam');
    for (const one of codes) await phone.letIn(one);
    await staff.getByRole('row').filter({ hasText: 'Here' }).nth(3).waitFor({ timeout: 30_000 });

    beginsIn(-65);
    await staff.reload();
    await press(staff, 'Mark as delivered');
    await press(staff, 'Yes, it was delivered');
    await staff.getByText('Delivered').first().waitFor();
    // Gita Merrow had a place and was not there.
    expect(await staff.getByRole('row').filter({ hasText: 'Gita Merrow' }).textContent()).toMatch(
      /did not come|not there/i,
    );
  }, 180_000);

  it('a teacher says what it was like, and their certificate is genuine by its code; nobody who stayed away has one', async () => {
    const teacher = await goTo('teacher', `/my-cpd/sessions/${sessionId}/feedback`);
    await teacher.getByLabel('Very much').first().check();
    await press(teacher, 'Send feedback');
    await teacher.getByText('Thank you').waitFor();

    const answer = await teacher.context().request.get(`${lectern.url}/api/cpd/certificates`);
    const { items } = (await answer.json()) as {
      items: { id: string; title: string; code: string; minutes: number }[];
    };
    const certificate = items.find(({ title }) => title.includes(TITLE))!;
    expect(certificate.minutes).toBe(60);
    const pdf = await teacher
      .context()
      .request.get(`${lectern.url}/api/cpd/certificates/${certificate.id}.pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const anybody = await visit(browser);
    await anybody.page.goto(`${lectern.url}/certificates/${certificate.code}`);
    await anybody.page.getByText('This certificate is genuine').waitFor();
    const said = await anybody.page.locator('main').textContent();
    expect(said).toContain(TITLE);
    expect(said).toContain('Alex Firth');
    expect(said).not.toMatch(/@|900001/);

    const gita = await as('teacher.gita');
    const none = await gita.context().request.get(`${lectern.url}/api/cpd/certificates`);
    const theirs = (await none.json()) as { items: { title: string }[] };
    expect(theirs.items.map(({ title }) => title).join()).not.toContain(TITLE);
  }, 120_000);

  it('a trainee has it in their evidence, without feedback before five teachers have answered, and prints it', async () => {
    const trainee = await goTo('trainee', '/my-evidence');
    const record = trainee.locator('section.record').filter({ hasText: TITLE });
    await record.waitFor();
    await record.getByRole('button', { name: /Write a reflection/ }).click();
    await record.getByLabel('Reflection').fill('The washing line did more than the slides.');
    await record.getByRole('button', { name: 'Save' }).click();
    await record.getByText('The washing line did more than the slides.').waitFor();
    expect(await record.textContent()).not.toMatch(/\b[1-5]\.\d\b/);
    const pdf = await trainee.context().request.get(`${lectern.url}/api/cpd/evidence.pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 120_000);
});
