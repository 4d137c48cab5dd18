import type { Browser, Locator } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit } from './browser';
import { classList } from './class-list';
import { DoorPhone } from './door-phone';
import { DoorServer, inBrowser } from './door-server';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

/** Counts what a person does: each click, each box filled, each file chosen. */
class Hand {
  clicks = 0;
  fields = 0;

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.fields += 1;
    await target.fill(text);
  }

  get all(): number {
    return this.clicks + this.fields;
  }
}

/** The promises of look.md, "How easy it must be", for what there is so far. */
describe('how easy it is', () => {
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

  it('from an invitation to a registered group takes 12 interactions, from there to 30 tickets 6 clicks', async () => {
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const { items } = (await (
      await staff.context.request.get(`${lectern.url}/api/conferences?scope=staff`)
    ).json()) as {
      items: { id: string; title: string; status: string; allocation: string }[];
    };
    const open = items.find(
      ({ status, allocation }) => status === 'registration-open' && allocation === 'first-come',
    );
    await staff.context.request.patch(`${lectern.url}/api/conferences/${open?.id ?? ''}`, {
      data: { pupilPlaces: 400 },
    });
    const invited = await staff.context.request.post(`${lectern.url}/api/invitations`, {
      data: { email: 'new.teacher@school.example', role: 'coordinator', schoolUrn: '900012' },
    });
    const { link } = (await invited.json()) as { link: string };

    const { page } = await visit(browser);
    const hand = new Hand();
    await page.goto(link);
    await hand.fill(page.getByLabel('Your full name'), 'Robin Teacher');
    await hand.fill(page.getByLabel('Choose a password'), 'violet-kettle-orchard');
    await hand.click(page.getByRole('button', { name: 'Make my account' }));
    await hand.click(
      page
        .locator('li', { hasText: open?.title ?? '' })
        .getByRole('link', { name: 'Register' })
        .first(),
    );
    const next = page.getByRole('button', { name: 'Continue' });
    await hand.fill(page.getByLabel('Pupils you would like to bring'), '30');
    await hand.click(next);
    await page.getByLabel('Adults').waitFor();
    await hand.click(next);
    await hand.fill(page.getByLabel('Telephone number on the day'), '07700 900123');
    await hand.click(next);
    await page.getByLabel('Notes (optional)').waitFor();
    await hand.click(next);
    await hand.click(page.getByRole('button', { name: 'Register the group' }));
    await page.getByRole('heading', { level: 1, name: 'You have 30 places' }).waitFor();
    expect(hand.all).toBeLessThanOrEqual(12);

    const clean = classList()
      .replaceAll(',99,', ',11,')
      .replaceAll(',10,', ',11,')
      .split('\r\n')
      .slice(0, 31);
    const second = new Hand();
    await second.click(page.getByRole('link', { name: 'Add names now' }));
    await page
      .getByLabel('Copy the cells from your spreadsheet and paste them here')
      .fill(clean.join('\n').replaceAll(',', '\t'));
    await second.click(page.getByRole('button', { name: 'Check the list' }));
    await second.click(page.getByRole('button', { name: 'Save 30 pupils' }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      second.click(page.getByRole('link', { name: 'Badges PDF' })),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(second.clicks).toBeLessThanOrEqual(6);
  });

  it('from home to last year’s conference copied, dated and published takes 6 clicks and 3 fields', async () => {
    const { page } = await visit(browser);
    await signIn(page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const hand = new Hand();
    const last = page.getByRole('link', { name: /^Hold again.*A level maths: is it for me/ });
    await hand.click(last);
    await page.getByLabel('Title').waitFor();
    await hand.fill(page.getByLabel('Title'), 'A level maths, once more');
    await hand.click(page.getByRole('button', { name: 'Make the draft' }));
    await page.getByRole('heading', { level: 1, name: 'A level maths, once more' }).waitFor();
    await hand.click(page.getByRole('button', { name: 'Publish conference' }));
    await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Publish conference' }));
    await page.getByRole('button', { name: 'Open registration' }).waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(6);
    expect(hand.fields).toBeLessThanOrEqual(3);
  });

  it('a steward has a first verdict three taps after opening the pairing link', async () => {
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const read = async (path: string) =>
      (await staff.context.request.get(`${lectern.url}/api${path}`)).json();
    const { items } = (await read('/conferences?scope=staff')) as { items: { id: string; status: string }[] };
    const live = items.find(({ status }) => status === 'live')?.id ?? '';
    const groups = (await read(`/conferences/${live}/groups`)) as {
      items: { id: string; pupilsNamed: number }[];
    };
    const group = groups.items.find(({ pupilsNamed }) => pupilsNamed > 0)?.id ?? '';
    const tickets = (await read(`/groups/${group}/tickets`)) as { items: { shortCode: string }[] };
    const pairing = await staff.context.request.post(
      `${lectern.url}/api/conferences/${live}/device-pairings`,
      {
        data: { role: 'steward', label: 'North door' },
      },
    );
    const { link } = (await pairing.json()) as { link: string };

    const { page } = await visit(browser, { viewport: PHONE });
    const hand = new Hand();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Sam');
    await hand.click(page.getByRole('button', { name: 'Pair this phone' }));
    await hand.click(page.locator('.tool', { hasText: 'Search' }));
    await page.getByLabel('Name or short code').fill(tickets.items[0]?.shortCode ?? '');
    await page.locator('.told').waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(3);
  });

  it('a supervisor reaches the on-site roll in two taps from the door', async () => {
    const staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
    const { page } = await DoorPhone.pair(browser, await server.pairingLink('supervisor'), 'Val');
    const hand = new Hand();
    await hand.click(page.locator('.tool', { hasText: 'More' }));
    await hand.click(page.getByRole('button', { name: 'Who is here' }));
    await page.getByRole('heading', { name: 'Who is here' }).waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(2);
  });
});
