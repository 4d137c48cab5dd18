import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly visit?: { readonly status: string } | null;
}

/** Open-door lessons and the shelf, in a browser: each page looked at, gone through by keyboard, and used. */
describe('open doors and the shelf', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  const people = new Map<string, Visit>();
  let lectern: RunningLectern;
  let browser: Browser;

  const as = async (name: string): Promise<Visit> => {
    const known = people.get(name);
    if (known) return known;
    const visitor = await visit(browser);
    visitor.page.setDefaultTimeout(15_000);
    await signIn(visitor.page, lectern.url, `${name}@lectern.example`, DEMO_PASSWORD);
    people.set(name, visitor);
    return visitor;
  };
  const goTo = async (name: string, path: string): Promise<Page> => {
    const { page } = await as(name);
    await page.goto(`${lectern.url}${path}`);
    await settled(page);
    return page;
  };
  /** What axe, a screen of 320 px and the Tab key find of a page. */
  const look = async (name: string, path: string, state: string): Promise<string[]> => {
    const page = await goTo(name, path);
    const found = await lookAt(page, state);
    return [...found, ...(await tabThrough(page)).map((words) => `${state}: ${words}`)];
  };
  const lessons = async (name: string, of: 'partners' | 'own'): Promise<readonly Lesson[]> => {
    const { context } = await as(name);
    const answer = await context.request.get(`${lectern.url}/api/cpd/open-door-lessons?of=${of}&limit=100`);
    return ((await answer.json()) as { items: Lesson[] }).items;
  };
  const lesson = async (name: string, of: 'partners' | 'own', part: string): Promise<string> => {
    const found = (await lessons(name, of)).find(({ title }) => title.includes(part));
    if (!found) throw new Error(`${name} finds no lesson with “${part}”.`);
    return found.id;
  };
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).first().click();

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('lists and lessons stand on every screen, for whoever reads them', async () => {
    const found: string[] = [];
    found.push(...(await look('teacher', '/open-doors', 'open doors teacher')));
    found.push(...(await look('trainee', '/open-doors', 'open doors trainee')));
    const own = await lesson('teacher', 'own', 'Conditional probability');
    const visited = await lesson('teacher', 'partners', 'Functions as machines');
    found.push(...(await look('teacher', `/open-doors/${own}`, 'open door lesson of ours')));
    found.push(...(await look('teacher', `/open-doors/${visited}`, 'open door lesson to visit')));
    found.push(...(await look('staff', `/open-doors/${visited}`, 'open door lesson staff')));
    found.push(...(await look('teacher', '/open-doors/new', 'open door new')));
    found.push(...(await look('teacher', `/open-doors/${own}/change`, 'open door change')));
    const page = await goTo('teacher', '/open-doors/new');
    await page.locator('form button[type=submit]').last().click();
    await page.getByText('There is a problem').waitFor();
    found.push(...(await lookAt(page, 'open door refused')));
    expect(found).toEqual([]);
  }, 300_000);

  it('a teacher asks to visit, the school confirms, and calling it off is asked for by keyboard', async () => {
    const id = await lesson('teacher', 'partners', 'Hypothesis tests');
    const visitor = await goTo('teacher', `/open-doors/${id}`);
    await press(visitor, 'Ask to visit');
    await visitor.getByText('We write to you when they have decided.').waitFor();

    const host = await goTo('teacher.mina', `/open-doors/${id}`);
    const found: string[] = [];
    const opener = host.getByRole('button', { name: /^Decline/ }).first();
    found.push(
      ...(await throughDialog(host, 'open door decline', opener, () => lookAt(host, 'open door decline'))),
    );
    await press(host, /^Confirm/);
    await host.getByText('Confirmed').first().waitFor();
    await visitor.reload();
    await visitor.getByText('Please sign in at reception', { exact: false }).waitFor();
    await visitor.getByRole('link', { name: 'Add to calendar' }).waitFor();
    expect(found).toEqual([]);
  }, 120_000);

  it('a visitor writes what they take away, and the host reads it', async () => {
    const own = await goTo('teacher', '/open-doors');
    await own.getByRole('link', { name: 'Year 10 meet surds without a calculator' }).first().click();
    await own.getByText('With two colleagues in the room', { exact: false }).waitFor();
    await press(own, /reflection/i);
    await press(own, 'Save the reflection');
    await own.getByText('Write what you take away.').first().waitFor();
    const found = await lookAt(own, 'open door reflection refused');
    await own.getByLabel('What do you take away?').fill('Squares first, and the rule when they ask for it.');
    await press(own, 'Save the reflection');
    await own.getByText('Squares first, and the rule when they ask for it.').waitFor();
    const id = own.url().split('/').at(-1)!;
    const host = await goTo('teacher.joel', `/open-doors/${id}`);
    await host.getByText('Squares first, and the rule when they ask for it.').waitFor();
    found.push(...(await lookAt(host, 'open door reflections host')));
    expect(found).toEqual([]);
  }, 120_000);

  it('the shelf is searched, read and added to; a file that is not what it says is refused and stays off it', async () => {
    const found: string[] = [];
    found.push(...(await look('teacher', '/resources', 'resources teacher')));
    found.push(...(await look('teacher', '/resources/new', 'resource new')));
    const page = await goTo('teacher', '/resources');
    await page.getByRole('searchbox').fill('squares');
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: /Surds as the sides of squares/ })
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: 'Function machines on one page', exact: true })
      .waitFor({ state: 'detached' });
    found.push(...(await lookAt(page, 'resources found')));

    await goTo('teacher', '/resources/new');
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'lesson.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode'),
    });
    await page.getByLabel('Title').fill('A sheet for tomorrow');
    await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Surds' });
    await page.getByLabel(/No rights reserved/).check();
    await press(page, /^Share/);
    await page.getByText('There is a problem').waitFor();
    found.push(...(await lookAt(page, 'resource refused')));
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'tomorrow.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(
        '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
      ),
    });
    await press(page, /^Share/);
    await page.getByRole('heading', { level: 1, name: 'A sheet for tomorrow' }).waitFor();
    const id = page.url().split('/').at(-1)!.split('?')[0]!;
    found.push(...(await look('teacher', `/resources/${id}`, 'resource own')));
    found.push(...(await look('teacher', `/resources/${id}/change`, 'resource change')));

    const other = await goTo('teacher.hugo', `/resources/${id}`);
    const address = await other
      .getByRole('link', { name: /Download/ })
      .first()
      .getAttribute('href');
    const file = await other.context().request.get(`${lectern.url}${address}`);
    expect(file.headers()['content-disposition']).toContain('attachment');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(found).toEqual([]);
    expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 300_000);
});
