import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { heldSession } from './held-session';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

const TITLE = 'Proof by counter-example, and why pupils argue with it';
const OTHERS = ['teacher.gita', 'teacher.hugo', 'teacher.ines', 'teacher.joel'];
const LONG = 240_000;

/** What comes after a session, as each of its people goes through it. */
describe('after a session', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let sessionId: string;
  /** The code of the teacher’s certificate, as a reader sees it. */
  let code: string;

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

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await as('staff');
    sessionId = await heldSession(lectern, staff.context, TITLE, {
      teachers: ['teacher', ...OTHERS],
      trainee: 'trainee',
    });
  }, LONG);

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it(
    'a teacher finds the certificate, takes it home and says what they think, by keyboard alone',
    async () => {
      const { page, context, complaints } = await as('teacher');
      const found: string[] = [];
      await go(page, '/my-cpd/certificates');
      found.push(...(await look(page, 'my certificates')));
      const row = page.getByRole('listitem').filter({ hasText: 'Code' }).filter({ hasText: TITLE });
      code = (await row.locator('.code').textContent())?.trim() ?? '';
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        row.getByRole('link', { name: 'Certificate PDF' }).click(),
      ]);
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      expect(download.suggestedFilename()).toBe(`certificate-${code}.pdf`);

      await page.getByRole('link', { name: `Give feedback on ${TITLE}` }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: 'Was the session clear?' }).waitFor();
      found.push(...(await look(page, 'feedback')));
      await page.getByRole('button', { name: 'Send feedback' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('There is a problem').waitFor();
      found.push(...(await look(page, 'feedback refused')));
      await page.getByRole('group', { name: 'Was the session clear?' }).getByLabel('Quite a lot').focus();
      await page.keyboard.press('Space');
      await page.getByLabel(/What helped/).fill('The cards made my class argue.');
      await page.getByRole('button', { name: 'Send feedback' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
      found.push(...(await look(page, 'feedback given')));
      await go(page, `/my-cpd/sessions/${sessionId}/feedback`);
      await page.getByRole('heading', { name: 'You have given your feedback' }).waitFor();
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'a trainee sees averages once five have answered, and writes a reflection; a mentor writes a note',
    async () => {
      const trainee = await as('trainee');
      const found: string[] = [];
      const record = trainee.page.getByRole('region', { name: TITLE });
      await go(trainee.page, '/my-evidence');
      await record.getByText('Averages are shown once 5 teachers have answered').waitFor();
      found.push(...(await look(trainee.page, 'my evidence, few answers')));
      for (const key of OTHERS) {
        const { context } = await as(key);
        const answers = { clear: 5, useful: 4, confident: 4 };
        const data = { answers, comment: `From ${key}.` };
        const path = `${lectern.url}/api/cpd/sessions/${sessionId}/feedback`;
        expect((await context.request.post(path, { data })).status()).toBe(201);
        await context.close();
      }
      await go(trainee.page, '/my-evidence');
      await record.getByText('4.8 of 5').waitFor();
      expect(await trainee.page.textContent('main')).not.toContain('The cards made');
      await record.getByRole('button', { name: /^Write a reflection/ }).click();
      found.push(...(await look(trainee.page, 'my evidence, writing')));
      await record.getByLabel('Reflection').fill('I waited longer than felt natural, and they argued.');
      await record.getByLabel('TS6').check();
      await record.getByRole('button', { name: 'Save' }).click();
      await trainee.page.getByText(`Saved for ${TITLE}.`).waitFor();
      found.push(...(await look(trainee.page, 'my evidence')));

      const mentor = await as('mentor');
      await go(mentor.page, '/mentor/evidence');
      found.push(...(await look(mentor.page, 'evidence to guide')));
      await mentor.page.getByRole('link', { name: TITLE }).click();
      await mentor.page.getByText('The cards made my class argue.').waitFor();
      found.push(...(await look(mentor.page, 'evidence for a mentor')));
      await mentor.page.getByLabel('A note beside this record').fill('You gave the room time to think.');
      await mentor.page.getByRole('button', { name: 'Save the note' }).click();
      await mentor.page.getByText('The note is saved').waitFor();
      await go(trainee.page, '/my-evidence');
      await record.getByText('You gave the room time to think.').waitFor();
      const paper = await trainee.context.request.get(`${lectern.url}/api/cpd/evidence.pdf`);
      expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
      expect(found).toEqual([]);
      expect([...trainee.complaints, ...mentor.complaints]).toEqual([]);
      await trainee.context.close();
      await mentor.context.close();
    },
    LONG,
  );

  it(
    'anybody checks the code, and learns when the staff withdraw the certificate',
    async () => {
      const { page, context, complaints } = await visit(browser);
      const found: string[] = [];
      await go(page, '/certificates');
      found.push(...(await look(page, 'check a certificate')));
      await page.getByLabel('The code of the certificate').fill('0000-0000-0012');
      await page.getByRole('button', { name: 'Check the certificate' }).click();
      await page.getByText('There is a problem').waitFor();
      found.push(...(await look(page, 'check refused')));
      await page.getByLabel('The code of the certificate').fill(code.toLowerCase().replaceAll('-', ' '));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'This certificate is genuine' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/certificates/${code}`);
      found.push(...(await look(page, 'check genuine')));
      expect(await page.textContent('main')).not.toContain('1234567');
      await go(page, '/certificates/0000-0000-0011');
      await page.getByRole('heading', { name: 'No certificate has the code' }).waitFor();
      found.push(...(await look(page, 'check unknown')));

      const path = `/staff/cpd/sessions/${sessionId}/outcomes`;
      await go(staff.page, path);
      found.push(...(await look(staff.page, 'what came of a session')));
      const opener = staff.page.getByRole('row').filter({ hasText: code }).getByRole('button');
      found.push(
        ...(await throughDialog(staff.page, 'withdraw a certificate', opener, () =>
          lookAt(staff.page, 'withdraw a certificate'),
        )),
      );
      await opener.click();
      await staff.page.getByLabel('Why?').fill('Somebody else had signed in.');
      await staff.page.getByRole('button', { name: 'Withdraw the certificate' }).click();
      await staff.page.getByText('certificate is withdrawn, and they are told').waitFor();
      found.push(...(await look(staff.page, 'certificate withdrawn')));
      await go(page, `/certificates/${code}`);
      await page.getByRole('heading', { name: 'This certificate was withdrawn' }).waitFor();
      found.push(...(await look(page, 'check withdrawn')));
      expect(found).toEqual([]);
      expect([...complaints, ...staff.complaints]).toEqual([]);
      await context.close();
    },
    LONG,
  );
});
