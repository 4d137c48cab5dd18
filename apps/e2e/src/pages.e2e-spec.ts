import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, signIn, visit, violations } from './browser';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const ROLES = ['nobody', 'staff', 'coordinator', 'trainee'] as const;
type Role = (typeof ROLES)[number];

/** The parts of addresses that only the running demo knows. */
interface Known {
  readonly live: string;
  readonly open: string;
  readonly openSlug: string;
  readonly done: string;
  /** Its places wait to be shared out. */
  readonly fair: string;
  readonly named: string;
  readonly unnamed: string;
  readonly person: string;
  readonly mail: string;
  /** A group that has an offer of places to answer. */
  readonly offered: string;
}

/** Every page of the web app, for those who see it. */
const PAGES: Readonly<Record<Role, (known: Known) => readonly string[]>> = {
  nobody: ({ openSlug }) => [
    '/',
    '/conferences',
    `/conferences/${openSlug}`,
    `/conferences/${openSlug}/programme`,
    `/conferences/${openSlug}/programme/rooms/all`,
    '/conferences/no-such-conference',
    '/sign-in',
    '/ask-for-access',
    '/ask-for-access/no-such-token',
    '/invitation/no-such-invitation',
    '/offer/no-such-offer',
    '/accessibility',
    '/data-sources',
    '/no-such-page',
  ],
  staff: ({ live, open, done, named, person, mail, fair }) => [
    '/',
    '/staff/conferences',
    '/staff/conferences/new',
    ...[live, open, done].flatMap((id) => [
      `/staff/conferences/${id}`,
      `/staff/conferences/${id}/programme`,
      `/staff/conferences/${id}/programme/sessions`,
      `/staff/conferences/${id}/groups`,
      `/staff/conferences/${id}/badges`,
      `/staff/conferences/${id}/places`,
      `/staff/conferences/${id}/check-in`,
      `/staff/conferences/${id}/visit-pack`,
      `/staff/conferences/${id}/settings`,
    ]),
    `/staff/conferences/${done}/copy`,
    `/staff/conferences/${fair}/places`,
    `/groups/${named}`,
    '/invitations',
    '/people',
    '/people/requests',
    '/people/closed-schools',
    `/people/${person}`,
    '/audit',
    '/mail',
    `/mail/${mail}`,
    '/mail/letters',
    '/mail/letter?kind=registration.confirmed',
  ],
  coordinator: ({ openSlug, named, offered, unnamed }) => [
    '/',
    '/our-school',
    '/groups',
    `/groups/${named}`,
    `/groups/${named}/roster`,
    `/groups/${named}/people`,
    `/groups/${named}/tickets`,
    `/groups/${named}/visit-pack`,
    '/calendar',
    `/groups/${offered}`,
    `/groups/${unnamed}`,
    `/groups/${unnamed}/change`,
    `/groups/${unnamed}/sessions`,
    `/groups/${named}/timetable`,
    `/groups/${unnamed}/roster`,
    `/groups/${unnamed}/tickets`,
    `/conferences/${openSlug}/register`,
  ],
  trainee: () => ['/', '/conferences'],
};

const SIZES = [
  { name: 'phone, light', viewport: PHONE, dark: false },
  { name: 'phone, dark', viewport: PHONE, dark: true },
  { name: 'desktop, light', viewport: DESKTOP, dark: false },
  { name: 'desktop, dark', viewport: DESKTOP, dark: true },
];

const NARROWEST = 320;

/** The page is there: its one heading shows and nothing is loading any more. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
};

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
    const { context, page } = await visit(browser);
    await signIn(page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const read = async (path: string) => (await context.request.get(`${lectern.url}/api${path}`)).json();
    const { items } = (await read('/conferences?scope=staff')) as {
      items: { id: string; slug: string; status: string; title: string }[];
    };
    const conference = (status: string) =>
      items.find((item) => item.status === status) ?? { id: '', slug: '' };
    const groupIn = async (conferenceId: string): Promise<string> => {
      const groups = (await read(`/conferences/${conferenceId}/groups`)) as {
        items: { id: string; school: { urn: string } }[];
      };
      return groups.items.find(({ school }) => school.urn === '900001')?.id ?? '';
    };
    const [live, open] = [conference('live'), conference('registration-open')];
    known = {
      live: live.id,
      open: open.id,
      openSlug: open.slug,
      done: conference('completed').id,
      fair: conference('registration-closed').id,
      named: await groupIn(live.id),
      unnamed: await groupIn(open.id),
      person: ((await read('/accounts?role=coordinator')) as { items: { id: string }[] }).items[0]?.id ?? '',
      mail: ((await read('/mails')) as { items: { id: string }[] }).items[0]?.id ?? '',
      offered: await groupIn(items.find(({ title }) => title === 'Codes and ciphers')?.id ?? ''),
    };
    await context.close();
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  describe.each(SIZES)('$name', ({ viewport, dark }) => {
    it.each(ROLES)('has no WCAG 2.2 AA violation that axe finds, for %s', async (role) => {
      const { context, page, complaints } = await visit(browser, { viewport, dark });
      if (role !== 'nobody') await signIn(page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
      const found: string[] = [];
      for (const path of PAGES[role](known)) {
        await page.goto(`${lectern.url}${path}`);
        await settled(page);
        found.push(...(await violations(page)).map((words) => `${path}: ${words}`));
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wider > 0) found.push(`${path}: is ${wider} pixels wider than the screen`);
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  it.each(['staff', 'coordinator'] as const)('fits a screen of 320 pixels, for %s', async (role) => {
    const { context, page } = await visit(browser, { viewport: { width: NARROWEST, height: 640 } });
    await signIn(page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
    const wide: string[] = [];
    for (const path of PAGES[role](known)) {
      await page.goto(`${lectern.url}${path}`);
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${path}: ${over} pixels`);
    }
    expect(wide).toEqual([]);
    await context.close();
  });

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
