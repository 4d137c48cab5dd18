import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit } from './browser';
import { readOutbox } from './outbox-reader';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly allocation: string;
}

interface ListedGroup {
  readonly id: string;
  readonly status: string;
  readonly places: number;
  readonly offer?: { readonly places: number };
  readonly conference: { readonly id: string };
}

describe('places', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  const read = async <T>(context: BrowserContext, path: string): Promise<T> =>
    (await (await context.request.get(`${lectern.url}/api${path}`)).json()) as T;

  it('are shared out fairly: tried, published once, and told to every school in one go', async () => {
    const { context, page } = await visit(browser);
    await signIn(page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const { items } = await read<{ items: Listed[] }>(context, '/conferences?scope=staff');
    const fair = items.find(
      ({ allocation, status }) => allocation === 'fair' && status === 'registration-closed',
    );
    // Letters go to the coordinators of a school, so one school that takes part gets one.
    const invited = await context.request.post(`${lectern.url}/api/invitations`, {
      data: { email: 'fair.teacher@school.example', role: 'coordinator', schoolUrn: '900008' },
    });
    const { token } = (await invited.json()) as { token: string };
    const visitor = await visit(browser);
    await visitor.context.request.post(`${lectern.url}/api/invitations/${token}/acceptance`, {
      data: { name: 'Robin Teacher', password: 'violet-kettle-orchard' },
    });
    await page.goto(`${lectern.url}/staff/conferences/${fair?.id ?? ''}/places`);
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('heading', { name: 'What this would give' }).waitFor();
    const outcomes = page.getByRole('table', { name: 'What each school would get' });
    const tried = await outcomes.getByRole('row').allInnerTexts();
    expect(tried.length).toBe(6);
    expect(tried.join('\n')).toMatch(/points, 1st of 5/);
    expect(readOutbox(lectern.home).some(({ kind }) => /allocated$/.test(kind))).toBe(false);
    await page.getByRole('button', { name: 'Publish these places…' }).click();
    await page.getByRole('button', { name: 'Publish the places' }).click();
    await page.getByRole('heading', { name: 'Who has places, and why' }).waitFor();
    const published = page.getByRole('table', { name: 'The published outcome for each school' });
    expect(await published.getByRole('row').allInnerTexts()).toEqual(tried);
    const letters = readOutbox(lectern.home).filter(({ kind }) => /allocated$/.test(kind));
    expect(letters.map(({ to }) => to)).toEqual(['fair.teacher@school.example']);
    expect(await page.getByRole('button', { name: 'Try it out' }).count()).toBe(0);
    await visitor.context.close();
    await context.close();
  });

  it('that came free are accepted from the letter’s link, without signing in', async () => {
    const letter = readOutbox(lectern.home).find(
      ({ kind, to }) => kind === 'places.offered' && to === 'coordinator@lectern.example',
    );
    const path = new URL(letter?.links[0] ?? 'http://none').pathname;
    const { context, page } = await visit(browser, { viewport: PHONE });
    await page.goto(`${lectern.url}${path}`);
    await page.getByText('We hold 24 places for you').waitFor();
    expect((await context.cookies()).length).toBe(0);
    await page.getByRole('button', { name: 'Accept 24 places' }).click();
    await page.getByRole('heading', { name: 'You have 24 places' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'You have 24 places' }).waitFor();
    await context.close();

    const school = await visit(browser);
    await signIn(school.page, lectern.url, 'coordinator@lectern.example', DEMO_PASSWORD);
    const { items } = await read<{ items: ListedGroup[] }>(school.context, '/groups');
    expect(items.find(({ places }) => places === 24)).toMatchObject({ status: 'confirmed' });
    expect(readOutbox(lectern.home).map(({ kind }) => kind)).toContain('places.offer-accepted');
    await school.context.close();
  });
});
