import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

/** Each page is looked at nine times. */
const LONG = 400_000;

describe('planning the CPD in a browser', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;

  const as = async (who: string): Promise<Visit> => {
    const visitor = await visit(browser);
    await signIn(visitor.page, lectern.url, `${who}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${lectern.url}${path}`);
    await settled(page);
  };
  const lookAround = async (page: Page, path: string, name: string): Promise<string[]> => {
    await go(page, path);
    const found = await lookAt(page, name);
    return [...found, ...(await tabThrough(page)).map((words) => `${path}: ${words}`)];
  };
  const first = async (path: string): Promise<string> => {
    const answer = await staff.context.request.get(`${lectern.url}/api/${path}`);
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await as('staff');
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it(
    'has no WCAG 2.2 AA violation that axe finds, fits every screen and is reached by keyboard',
    async () => {
      const { page, complaints } = staff;
      const draft = await first('cpd/sessions?status=draft');
      const delivered = await first('cpd/sessions?status=delivered');
      const cancelled = await first('cpd/sessions?status=cancelled');
      const found: string[] = [];
      for (const [path, name] of [
        ['/staff/cpd', 'cpd plan'],
        ['/staff/cpd/sessions', 'cpd sessions'],
        ['/staff/cpd/series', 'cpd series list'],
        ['/staff/cpd/topics', 'cpd topics of staff'],
        ['/staff/cpd/calendar', 'cpd dates'],
        ['/staff/cpd/programmes/new', 'cpd new programme'],
        [`/staff/cpd/programmes/${await first('cpd/programmes')}`, 'cpd programme'],
        ['/staff/cpd/sessions/new', 'cpd new session'],
        [`/staff/cpd/sessions/${draft}`, 'cpd draft session'],
        [`/staff/cpd/sessions/${delivered}`, 'cpd delivered session'],
        [`/staff/cpd/sessions/${cancelled}`, 'cpd cancelled session'],
        [`/staff/cpd/series/${await first('cpd/series')}`, 'cpd series'],
        ['/staff/cpd/sessions/no-such-session', 'cpd no such session'],
      ] as const) {
        found.push(...(await lookAround(page, path, name)));
      }
      expect(found).toEqual([]);
      // The one that does not exist is answered with 404, and said on its page.
      expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
    },
    LONG,
  );

  it(
    'shows the catalogue to visitors, teachers and trainees alike',
    async () => {
      const found: string[] = [];
      const visitor = await visit(browser);
      found.push(
        ...(await lookAround(visitor.page, '/challenging-topics/topics', 'cpd topics of a visitor')),
      );
      for (const who of ['teacher', 'trainee']) {
        const { page, context } = await as(who);
        found.push(...(await lookAround(page, '/challenging-topics/topics', `cpd topics of a ${who}`)));
        await context.close();
      }
      await visitor.context.close();
      expect(found).toEqual([]);
    },
    LONG,
  );

  it(
    'has dialogs that the keyboard opens, goes through and leaves',
    async () => {
      const { page } = staff;
      const found: string[] = [];
      const through = async (path: string, name: string | RegExp, state: string): Promise<void> => {
        await go(page, path);
        const opener = page.getByRole('button', { name }).first();
        found.push(...(await throughDialog(page, state, opener, () => lookAt(page, state))));
      };
      const draft = await first('cpd/sessions?status=draft');
      const series = await first('cpd/series');
      await through('/staff/cpd/topics', 'New topic', 'cpd dialog new topic');
      await through('/staff/cpd/topics', /^Change/, 'cpd dialog topic');
      await through('/staff/cpd/series', 'New series', 'cpd dialog new series');
      await through(`/staff/cpd/series/${series}`, /^Change ?:/, 'cpd dialog gap task');
      await through(`/staff/cpd/sessions/${draft}`, 'Open for booking', 'cpd dialog open');
      await through(`/staff/cpd/sessions/${draft}`, 'Cancel this session…', 'cpd dialog cancel');
      // What is refused stands above the form and at its box.
      await go(page, '/staff/cpd/sessions/new');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByText('There is a problem').waitFor();
      found.push(...(await lookAt(page, 'cpd new session refused')));
      expect(found).toEqual([]);
    },
    LONG,
  );

  it('a teacher marks five topics by keyboard alone, and is told why not a sixth', async () => {
    const { page, context } = await as('teacher.leo');
    await go(page, '/challenging-topics/topics');
    await page.getByText('You have marked 3 of 5 topics').waitFor();
    const unmarked = (): ReturnType<Page['locator']> => page.locator('button[aria-pressed=false]');
    for (const marked of [4, 5]) {
      await unmarked().first().focus();
      await page.keyboard.press('Enter');
      await page.getByText(`You have marked ${marked} of 5 topics`).waitFor();
    }
    await unmarked().first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('Take one back before you mark another').waitFor();
    const on = page.locator('button[aria-pressed=true]').first();
    await on.focus();
    await page.keyboard.press('Space');
    await page.getByText('You have marked 4 of 5 topics').waitFor();
    await context.close();
  });

  it('staff plan a session on a topic that is wanted, are told of a taken room, and open it for booking', async () => {
    const { page } = staff;
    await go(page, '/staff/cpd');
    await page.locator('.wanted a').first().click();
    await page.getByLabel('Topic').waitFor();
    const title = await page.getByLabel('Title').inputValue();
    expect(title).not.toBe('');
    // The time and the room of a session that stands.
    const answer = await staff.context.request.get(
      `${lectern.url}/api/cpd/sessions?status=published&limit=200`,
    );
    const { items } = (await answer.json()) as {
      items: { startsAt: string; place: { kind: string; name: string }; title: string }[];
    };
    const taken = items.find(
      ({ place, startsAt }) => place.kind === 'campus' && Date.parse(startsAt) > Date.now(),
    );
    await page.getByLabel('Day').fill(taken!.startsAt.slice(0, 10));
    await page.getByLabel('Room').fill(taken!.place.name);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.locator('#place-name-wrong').waitFor();
    expect(await page.locator('#place-name-wrong').textContent()).toContain(taken!.title);
    await page.getByLabel('Room').fill('Arden 3.11');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: 'Open for booking' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open for booking' }).click();
    await page.getByRole('link', { name: 'Its page for teachers and trainees' }).waitFor();
    await go(page, '/staff/cpd');
    expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(1);
  });
});
