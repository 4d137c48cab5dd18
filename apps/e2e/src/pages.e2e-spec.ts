import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, violations } from './browser';
import { type Known, knownOf, PAGES, ROLES, settled } from './demo-pages';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

/** Staff have some fifty pages, each looked at nine times. */
const LONG = 600_000;

describe('every page', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let known: Known;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    known = await knownOf(lectern, browser);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('is known to the demo that it is looked at in', () => {
    expect(Object.entries(known).filter(([, value]) => value === '')).toEqual([]);
  });

  it.each(ROLES)(
    'has no WCAG 2.2 AA violation that axe finds, fits every screen and is reached by keyboard, for %s',
    async (role) => {
      const { context, page, complaints } = await visit(browser);
      if (role !== 'nobody') await signIn(page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
      const found: string[] = [];
      for (const path of PAGES[role](known)) {
        await page.goto(`${lectern.url}${path}`);
        await settled(page);
        found.push(...(await lookAt(page, `${role} ${path}`)));
        found.push(...(await tabThrough(page)).map((words) => `${path}: ${words}`));
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it('the door’s page has no WCAG 2.2 AA violation that axe finds, in light and dark', async () => {
    for (const dark of [false, true]) {
      const { context, page, complaints } = await visit(browser, { viewport: PHONE, dark });
      await page.goto(`${lectern.url}/steward/`);
      await settled(page);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
