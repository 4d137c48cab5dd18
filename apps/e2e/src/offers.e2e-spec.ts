import type { PresenterOffer } from '@lectern/cpd';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

const LONG = 240_000;

/** Trainees who offer to give a session, and the mentors who decide. */
describe('offers to deliver', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;

  const as = async (key: string): Promise<Visit> => {
    const visitor = await visit(browser);
    await signIn(visitor.page, lectern.url, `${key}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${lectern.url}${path}`);
    await settled(page);
  };
  /** What axe, a narrow screen and the Tab key find of the page as it stands. */
  const look = async (page: Page, state: string): Promise<string[]> => [
    ...(await lookAt(page, state)),
    ...(await tabThrough(page)).map((words) => `${state}: ${words}`),
  ];
  const offers = async ({ context }: Visit, question: string): Promise<PresenterOffer[]> => {
    const answer = await context.request.get(`${lectern.url}/api/cpd/offers?limit=200&${question}`);
    return ((await answer.json()) as { items: PresenterOffer[] }).items;
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
  }, LONG);

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it(
    'a trainee offers in five clicks and one field; a mentor approves in three clicks',
    async () => {
      let clicks = 0;
      const click = async (target: Locator): Promise<void> => {
        clicks += 1;
        await target.click();
      };
      const trainee = await as('trainee');
      await settled(trainee.page);
      const wanted = trainee.page.getByRole('region', { name: 'Sessions that look for presenters' });
      const row = wanted.getByRole('listitem').filter({ hasText: 'wanted' }).first();
      const title = (await row.locator('.title').textContent())?.trim() ?? '';
      await click(row.getByRole('link', { name: 'Offer to give it' }));
      await trainee.page
        .getByLabel('What would you do in the session?')
        .fill('Frequency trees with people, then with fractions, and two tasks to take home.');
      await click(trainee.page.getByRole('button', { name: 'Send the offer' }));
      await trainee.page.getByText('Your offer is sent. A mentor reads it.').waitFor();
      expect(clicks).toBeLessThanOrEqual(5);

      const mentor = await as('mentor');
      const sent = (await offers(mentor, 'status=offered')).find(({ session }) => session.title === title)!;
      clicks = 0;
      await go(mentor.page, `/mentor/offers/${sent.id}`);
      await click(mentor.page.getByRole('button', { name: 'Approve' }));
      await mentor.page.getByText(`The offer for ‘${title}’ is approved.`).waitFor();
      expect(clicks).toBeLessThanOrEqual(3);
      const found = await look(mentor.page, 'mentor desk after a decision');
      await trainee.page.reload();
      await trainee.page.getByText('Approved').first().waitFor();
      expect(found).toEqual([]);
      expect([...trainee.complaints, ...mentor.complaints]).toEqual([]);
    },
    LONG,
  );

  it(
    'a trainee’s pages, in every state',
    async () => {
      const trainee = await as('trainee');
      const { page } = trainee;
      const found: string[] = [];
      await settled(page);
      found.push(...(await look(page, 'trainee home')));
      const own = await offers(trainee, 'whose=mine');
      for (const status of ['changes-requested', 'standby', 'delivered'] as const) {
        const offer = own.find((one) => one.status === status)!;
        await go(page, `/my-offers/${offer.id}`);
        found.push(...(await look(page, `offer ${status}`)));
      }
      for (const path of ['/my-offers', '/my-offers/propose', '/my-offers/placement-days']) {
        await go(page, path);
        found.push(...(await look(page, `trainee ${path}`)));
      }
      await page.getByRole('button', { name: 'Add to the list' }).click();
      await page.getByText('There is a problem').waitFor();
      found.push(...(await lookAt(page, 'placement days refused')));
      await page.getByLabel('How often?').selectOption({ label: 'Every week on this day' });
      found.push(...(await lookAt(page, 'placement days every week')));

      await go(page, '/my-offers/propose');
      await page.getByRole('button', { name: 'Send the proposal' }).click();
      await page.getByText('There is a problem').waitFor();
      found.push(...(await lookAt(page, 'proposal refused')));
      await page.getByLabel('Who gives it with you?').fill('oak');
      await page.getByRole('option').first().click();
      await page.getByRole('button', { name: /Take off/ }).waitFor();
      found.push(...(await lookAt(page, 'proposal with a team')));

      const standby = own.find((one) => one.status === 'standby')!;
      await go(page, `/my-offers/${standby.id}`);
      const withdraw = page.getByRole('button', { name: 'Withdraw' });
      found.push(
        ...(await throughDialog(page, 'withdraw an offer', withdraw, () =>
          lookAt(page, 'withdraw an offer'),
        )),
      );
      await go(page, `/challenging-topics/sessions/${standby.sessionId}/offer`);
      await page.getByText('You have an offer for this session already.').waitFor();
      found.push(...(await look(page, 'offered already')));
      await go(page, '/my-offers/no-such-offer');
      found.push(...(await look(page, 'no such offer')));
      expect(found).toEqual([]);
    },
    LONG,
  );

  it(
    'an offer by keyboard alone, with a colleague who is on placement or elsewhere named in words',
    async () => {
      const { page } = await as('trainee.elsie');
      await settled(page);
      const link = page.getByRole('link', { name: /^(Offer to give it|Go on standby)/ }).first();
      await link.focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('What would you do in the session?').focus();
      await page.keyboard.type('Short.');
      await page.getByRole('button', { name: 'Send the offer' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('There is a problem').waitFor();
      const found = await lookAt(page, 'offer refused');
      await page.getByLabel('What would you do in the session?').focus();
      await page.keyboard.type(' We begin with what pupils get wrong, then draw it.');
      await page.getByRole('button', { name: 'Send the offer' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/Your offer is (sent|on standby)/).waitFor();
      found.push(...(await look(page, 'offer sent')));
      expect(found).toEqual([]);
    },
    LONG,
  );

  it(
    'a mentor’s pages, and the record of suitability by keyboard alone',
    async () => {
      const mentor = await as('mentor.fern');
      const { page, complaints } = mentor;
      const found: string[] = [];
      await settled(page);
      found.push(...(await look(page, 'mentor home')));
      await go(page, '/mentor');
      found.push(...(await look(page, 'mentor desk')));
      await page.getByLabel('Show').selectOption('all');
      await page.getByText('Delivered').first().waitFor();
      found.push(...(await lookAt(page, 'mentor desk all')));

      const waiting = await offers(mentor, 'status=offered');
      const lacking = waiting.find(({ presenters }) => presenters.some((one) => one.isSuitable === false))!;
      await go(page, `/mentor/offers/${lacking.id}`);
      found.push(...(await look(page, 'offer not confirmed')));
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('There is a problem').waitFor();
      found.push(...(await lookAt(page, 'approval refused')));
      const record = page.getByRole('button', { name: /Record suitability/ });
      found.push(
        ...(await throughDialog(page, 'record suitability', record, () =>
          lookAt(page, 'record suitability'),
        )),
      );
      await record.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Record it' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/is on record/).waitFor();
      found.push(...(await look(page, 'suitability on record')));
      const proposal = waiting.find((one) => one.proposal !== null)!;
      await go(page, `/mentor/offers/${proposal.id}`);
      found.push(...(await look(page, 'proposal to decide')));

      await go(page, '/mentor/suitability');
      found.push(...(await look(page, 'suitability')));
      await page.getByLabel('Show').selectOption('expired');
      await page.getByText('No trainee fits').waitFor();
      found.push(...(await lookAt(page, 'suitability none')));
      expect(found).toEqual([]);
      expect(complaints.filter((words) => !words.includes('409'))).toEqual([]);
    },
    LONG,
  );
});
