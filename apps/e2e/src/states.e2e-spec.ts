import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, type Visit } from './browser';
import { classList } from './class-list';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

/** How long the door's app shows a welcome (its `PASSING_VERDICT_MS`). */
const PASSING_VERDICT_MS = 1_600;

interface Item {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly allocation: string;
  readonly pupilsNamed: number;
  readonly position?: number;
}

/** What `pages.e2e-spec.ts` cannot reach by an address alone: steps, dialogs, refusals and the door's screens. */
describe('every state of a page has no WCAG 2.2 AA violation that axe finds', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let open: Item;
  let live: Item;

  const items = async (context: BrowserContext, path: string): Promise<Item[]> =>
    ((await (await context.request.get(`${lectern.url}/api${path}`)).json()) as { items: Item[] }).items;
  const make = async <T>(context: BrowserContext, path: string, data: object): Promise<T> =>
    (await (await context.request.post(`${lectern.url}/api${path}`, { data })).json()) as T;
  const as = async (role: string): Promise<Visit> => {
    const visitor = await visit(browser);
    await signIn(visitor.page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${lectern.url}${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
  };

  /** The short codes of everybody who is expected today, those of late schools first. */
  const shortCodes = async (): Promise<string[]> => {
    const groups = await items(staff.context, `/conferences/${live.id}/groups`);
    const codes: string[] = [];
    for (const { id, pupilsNamed } of groups) {
      if (pupilsNamed === 0) continue;
      const answer = await staff.context.request.get(`${lectern.url}/api/groups/${id}/tickets`);
      const tickets = (await answer.json()) as { items: { shortCode: string; status: string }[] };
      codes.push(
        ...tickets.items.filter(({ status }) => status === 'valid').map(({ shortCode }) => shortCode),
      );
    }
    return codes.reverse();
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await as('staff');
    const conferences = await items(staff.context, '/conferences?scope=staff');
    const find = (status: string) =>
      conferences.find((one) => one.status === status && one.allocation === 'first-come')!;
    [open, live] = [find('registration-open'), find('live')];
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('registering, question by question, with what is wrong and what happens next', async () => {
    const { link } = await make<{ link: string }>(staff.context, '/invitations', {
      email: 'new.teacher@school.example',
      role: 'coordinator',
      schoolUrn: '900012',
    });
    const { page, complaints } = await visit(browser);
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, state)));
    await page.goto(link);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByText('There is a problem').waitFor();
    await look('invitation refused');
    await page.getByLabel('Your full name').fill('Robin Teacher');
    await page.getByLabel('Choose a password').fill('violet-kettle-orchard');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('heading', { level: 1, name: /Robin/ }).waitFor();
    await look('home of a new school');

    await go(page, `/conferences/${open.slug}/register`);
    const next = page.getByRole('button', { name: 'Continue' });
    await next.click();
    await page.getByText('There is a problem').waitFor();
    await look('register pupils refused');
    await page.getByLabel('Pupils you would like to bring').fill('20');
    await next.click();
    await page.getByLabel('Adults').fill('1');
    await look('register adults');
    const reason = page.locator('textarea');
    if (await reason.isVisible()) await reason.fill('Two more teachers meet us there.');
    await next.click();
    await page.getByLabel('Telephone number on the day').fill('07700 900123');
    await look('register visit leader');
    await next.click();
    await page.getByLabel('Notes (optional)').waitFor();
    await look('register notes');
    await next.click();
    await page.getByRole('button', { name: 'Register the group' }).waitFor();
    await look('register check');
    await page.getByRole('button', { name: 'Register the group' }).click();
    await page
      .getByRole('link', { name: /See the group|Add names now|My groups/ })
      .first()
      .waitFor();
    await look('registered');
    await go(page, `/conferences/${open.slug}/register`);
    await look('register twice');
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a list with errors, leaving it, and cancelling a group', async () => {
    const { page, context, complaints } = await as('coordinator');
    const group = (await items(context, '/groups')).find(({ status }) => status === 'confirmed')!;
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, state)));
    await go(page, `/groups/${group.id}/roster`);
    if ((await page.getByLabel('Choose an Excel or CSV file').count()) === 0) {
      await page
        .getByRole('button', { name: /Paste|upload|another/i })
        .first()
        .click();
    }
    await page.getByRole('button', { name: 'Check the list' }).click();
    await look('roster nothing pasted');
    await page.getByLabel('Choose an Excel or CSV file').setInputFiles({
      name: 'year-10.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(classList(), 'utf8'),
    });
    await page.getByText('1 column was left out').waitFor();
    await look('roster with errors');
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('dialog').waitFor();
    await look('leaving a list');
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const other = await as('coordinator');
    await go(other.page, `/groups/${group.id}`);
    await other.page.getByRole('button', { name: 'Cancel the group' }).click();
    await other.page.getByRole('dialog').waitFor();
    found.push(...(await lookAt(other.page, 'cancelling a group')));
    expect(found).toEqual([]);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('what staff are asked and told', async () => {
    const { page, complaints } = staff;
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await lookAt(page, state)));
    await go(page, `/conferences/${open.slug}/register`);
    await look('staff register for a school');
    await go(page, '/staff/conferences/new');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('There is a problem').waitFor();
    await look('new conference refused');
    await go(page, '/invitations');
    await page.getByRole('button', { name: 'Make invitation' }).click();
    await page.getByText('There is a problem').waitFor();
    await look('invite somebody refused');
    await page.getByRole('radio', { name: /Mentor/ }).check();
    await page.getByLabel('Their e-mail address').fill('mentor.two@example.org');
    await page.getByRole('button', { name: 'Make invitation' }).click();
    await page.getByLabel('Link of the invitation').waitFor();
    await look('invitation made');
    await go(page, `/staff/conferences/${open.id}/settings`);
    await page
      .getByRole('button', { name: /Cancel/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByText('There is a problem').waitFor();
    await look('cancelling a conference refused');
    await go(page, `/staff/conferences/${live.id}/check-in`);
    await page.getByRole('button', { name: 'Make a pairing code' }).click();
    await look('pairing refused');
    await page.getByLabel('Which phone or door?').fill('North door');
    await page.getByRole('button', { name: 'Make a pairing code' }).click();
    await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await look('pairing code');
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(['mentor', 'teacher', 'admin'])('the pages of %s', async (role) => {
    const { page, complaints } = await as(role);
    const found: string[] = [];
    for (const path of ['/', '/conferences', `/conferences/${open.slug}`, '/accessibility']) {
      await go(page, path);
      found.push(...(await lookAt(page, `${role} at ${path}`)));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('each screen of the door', async () => {
    const pairing = (role: string) =>
      make<{ link: string }>(staff.context, `/conferences/${live.id}/device-pairings`, {
        role,
        label: 'North door',
      });
    const codes = await shortCodes();
    const { page, context, complaints } = await visit(browser, { viewport: PHONE });
    const found: string[] = [];
    const look = async (state: string) =>
      found.push(...(await lookAt(page, `door ${state}`, { phoneOnly: true })));
    const next = page.getByRole('button', { name: 'Next person' });
    const told = (tone: string) => page.locator(`.told[data-tone="${tone}"]`);
    const type = async (code: string) => {
      await page.locator('.tool', { hasText: 'Search' }).click();
      await page.getByLabel('Name or short code').fill(code);
    };

    // A welcome goes by itself after this long; here it stays, to be looked at.
    await page.addInitScript((passing) => {
      const wait = window.setTimeout;
      window.setTimeout = ((act: () => void, ms?: number) =>
        wait(act, ms === passing ? 600_000 : ms)) as typeof window.setTimeout;
    }, PASSING_VERDICT_MS);
    await page.goto(`${lectern.url}/steward/`);
    await page.getByRole('button', { name: 'Pair this phone' }).click();
    await look('pairing refused');
    await page.goto((await pairing('supervisor')).link);
    await page.getByLabel('Your name').fill('Sam');
    await page.getByRole('button', { name: 'Pair this phone' }).click();
    await page.getByRole('heading', { name: 'No camera here' }).waitFor();
    await look('without a camera');
    await type('7K2M-9QXX');
    await page.getByLabel('Name or short code').press('Enter');
    await look('mistyped');
    await page.getByRole('button', { name: 'Back to the camera' }).click();
    await page.getByRole('button', { name: 'More' }).click();
    await look('more');
    await page.getByRole('button', { name: 'Unpair this phone' }).click();
    await look('unpairing');
    await page.getByRole('button', { name: 'Keep it paired' }).click();
    await page.getByRole('button', { name: 'Back to the camera' }).click();

    // The demo's morning is under way: the first who is not in yet.
    let code = '';
    for (code of codes) {
      await type(code);
      await page.locator('.told').waitFor();
      if (await told('go').isVisible()) break;
      await next.click();
    }
    await look('first verdict');
    await page.keyboard.press('Escape');
    await type(code);
    await told('wait').waitFor();
    await look('already in');
    await page.getByRole('button', { name: 'Let in anyway' }).click();
    await look('why let in');
    await page.getByRole('button', { name: 'Do not let in' }).click();
    await next.click();
    await type('0000-0011');
    await told('stop').waitFor();
    await look('refused');
    await next.click();
    await context.setOffline(true);
    await type(code);
    await page.getByText('Not sent yet', { exact: true }).waitFor();
    await look('decided without a connection');
    await next.click();
    await look('offline');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByText('Leaving', { exact: true }).click();
    await page.getByRole('button', { name: 'Back to the camera' }).click();
    await type(code);
    await told('go').waitFor();
    await look('left');
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
