import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly seriesId?: string | null;
  readonly offer?: object;
}

/** From the public programme to a booking, in a browser; every page of it looked at and gone through by keyboard. */
describe('booking CPD', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let teacher: Visit;

  const as = async (name: string): Promise<Visit> => {
    const visitor = await visit(browser, name === 'teacher' ? { viewport: PHONE } : {});
    await signIn(visitor.page, lectern.url, `${name}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const items = async ({ context }: Visit, path: string): Promise<Item[]> =>
    ((await (await context.request.get(`${lectern.url}/api${path}`)).json()) as { items: Item[] }).items;
  const sessionId = async (part: string): Promise<string> => {
    const sessions = await items(staff, '/cpd/sessions?limit=200');
    return sessions.find(({ title }) => title.includes(part))?.id ?? '';
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${lectern.url}${path}`);
    await settled(page);
  };
  const through = async (page: Page, path: string, state: string): Promise<string[]> => {
    await go(page, path);
    const looked = await lookAt(page, state);
    return [...looked, ...(await tabThrough(page)).map((words) => `${path}: ${words}`)];
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await as('staff');
    teacher = await as('teacher');
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('a visitor reads the programme and a session, and is sent to sign in', async () => {
    const { context, page, complaints } = await visit(browser);
    const vectors = await sessionId('Vector proof');
    const found = await through(page, '/challenging-topics', 'cpd programme');
    await page.getByLabel('Place').selectOption({ label: 'At a school' });
    await page.getByRole('link', { name: /Conditional probability/ }).waitFor();
    expect(await page.getByRole('link', { name: /Vector proof/ }).count()).toBe(0);
    found.push(...(await through(page, `/challenging-topics/sessions/${vectors}`, 'cpd session')));
    expect(await page.locator('#event-data').textContent()).toContain('EducationEvent');
    await page.getByRole('link', { name: 'Sign in to book' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    found.push(...(await through(page, '/place-offer/no-such-offer', 'cpd no offer')));
    expect(found).toEqual([]);
    // The offer that is not there answers 404, as it should.
    expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
    await context.close();
  });

  it('a teacher sees what is next, answers an offer, books with a colleague and gives it back', async () => {
    const { page, complaints } = teacher;
    const found = await through(page, '/', 'cpd teacher home');
    found.push(...(await through(page, '/my-cpd', 'my cpd')));
    await page.getByRole('link', { name: /Circle theorems/ }).click();
    await page.getByRole('button', { name: 'Accept 1 place' }).waitFor();
    found.push(...(await lookAt(page, 'cpd offered')));
    await page.getByRole('button', { name: 'Accept 1 place' }).click();
    await page.getByText('The places are yours.').waitFor();

    const probability = await sessionId('Conditional probability');
    found.push(...(await through(page, `/challenging-topics/sessions/${probability}/book`, 'cpd book')));
    await page.getByRole('button', { name: 'Add a colleague' }).click();
    await page.getByRole('button', { name: 'Book 2 places' }).click();
    await page.getByText('There is a problem').waitFor();
    found.push(...(await lookAt(page, 'cpd book refused')));
    await page.getByLabel('Name', { exact: true }).fill('Sam Lowe');
    await page.getByLabel('E-mail address').fill('sam.lowe@school.example');
    await page.getByRole('button', { name: 'Book 2 places' }).click();
    await page.getByText('It is booked.').waitFor();
    found.push(...(await lookAt(page, 'cpd booking')), ...(await tabThrough(page)));
    for (const [name, state] of [
      ['Add a colleague', 'cpd add a colleague'],
      ['Cancel the booking', 'cpd cancel a booking'],
    ] as const) {
      const opener = page.getByRole('button', { name });
      found.push(...(await throughDialog(page, state, opener, () => lookAt(page, state))));
    }
    await page.getByRole('button', { name: 'Cancel the booking' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why? (optional)').fill('Parents’ evening.');
    await dialog.getByRole('button', { name: 'Cancel the booking' }).click();
    await page.getByText('The booking is cancelled.').waitFor();
    found.push(...(await lookAt(page, 'cpd booking cancelled')));
    expect(found).toEqual([]);
    expect(complaints.filter((words) => !words.includes('400'))).toEqual([]);
  });

  it('staff see who has booked', async () => {
    const { page } = staff;
    const path = `/staff/cpd/sessions/${await sessionId('Circle theorems')}/bookings`;
    const found = await through(page, path, 'cpd who has booked');
    await page.getByText('Rhys Calder').waitFor();
    expect(found).toEqual([]);
  });
});
