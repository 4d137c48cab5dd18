import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, type Visit } from './browser';
import { throughDialog } from './by-keyboard';
import { settled } from './demo-pages';
import { DoorPhone } from './door-phone';
import { lookAt } from './look';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';
import { tabThrough } from './tab-through';

interface Session {
  readonly id: string;
  readonly programmeId: string;
  readonly topicId: string;
  readonly seriesId: string | null;
  readonly title: string;
  readonly startsAt: string;
  readonly place: { readonly kind: string };
}

const HOUR = 60 * 60_000;

describe('the day of a CPD session', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;
  let teacher: Visit;

  const as = async (role: string, phone = false): Promise<Visit> => {
    const visitor = await visit(browser, phone ? { viewport: PHONE } : {});
    await signIn(visitor.page, lectern.url, `${role}@lectern.example`, DEMO_PASSWORD);
    return visitor;
  };
  const ask = async <T>({ context }: Visit, path: string, data?: object): Promise<T> => {
    const address = `${lectern.url}/api${path}`;
    const answer = await (data ? context.request.post(address, { data }) : context.request.get(address));
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const sessions = async (status: string): Promise<Session[]> =>
    (await ask<{ items: Session[] }>(staff, `/cpd/sessions?status=${status}&limit=100`)).items;

  /** A session that begins so soon, with the demo's teacher on it. */
  const aBookedSession = async (title: string, begins: number): Promise<Session> => {
    const [like] = await sessions('published');
    if (!like) throw new Error('The demo has no session to come.');
    const starts = Date.now() + begins;
    const session = await ask<Session>(staff, '/cpd/sessions', {
      programmeId: like.programmeId,
      topicId: like.topicId,
      title,
      startsAt: new Date(starts).toISOString(),
      endsAt: new Date(starts + HOUR).toISOString(),
      place: { kind: 'campus', name: `The room of “${title}”` },
      teacherPlaces: 4,
      presentersWanted: 0,
    });
    await ask(staff, `/cpd/sessions/${session.id}/transitions`, { to: 'published' });
    await ask(teacher, `/cpd/sessions/${session.id}/bookings`, {});
    return session;
  };

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await as('staff');
    teacher = await as('teacher', true);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('a phone is paired, a teacher shows the ticket on theirs, and staff see them come and go', async () => {
    const session = await aBookedSession('Negative numbers on a cold day', 3 * HOUR);
    const found: string[] = [];
    await teacher.page.goto(`${lectern.url}/my-cpd/sessions/${session.id}/ticket`);
    await teacher.page.locator('lectern-qr-picture svg').waitFor();
    const shortCode = (await teacher.page.locator('.ticket .letters').textContent()) ?? '';
    found.push(...(await lookAt(teacher.page, 'cpd ticket')));

    const { page } = staff;
    await page.goto(`${lectern.url}/staff/cpd/sessions/${session.id}/attendance`);
    await page.getByText('Expected').first().waitFor();
    found.push(...(await lookAt(page, 'cpd attendance before')), ...(await tabThrough(page)));
    await page.getByLabel('Which phone or door?').fill('The Boiler Room');
    await page.getByRole('button', { name: 'Make a pairing code' }).click();
    const code = await page.locator('app-pairing-panel .letters').textContent();
    const phone = await DoorPhone.pair(browser, `${lectern.url}/steward/#/pair?code=${code?.trim()}`, 'Sam');
    await phone.open('More');
    await phone.page.getByText('Ready to work offline: 1 person').waitFor({ timeout: 30_000 });
    await phone.back();
    await phone.letIn(shortCode.trim());
    await phone.type(shortCode.trim());
    await phone.told('wait').waitFor();
    found.push(...(await lookAt(phone.page, 'cpd door already in', { phoneOnly: true })));

    const row = page.getByRole('row').filter({ hasText: 'Here' });
    await row.first().waitFor({ timeout: 20_000 });
    found.push(...(await lookAt(page, 'cpd attendance here')));
    expect(found).toEqual([]);
    expect([...staff.complaints, ...teacher.complaints, ...phone.visit.complaints]).toEqual([]);
  }, 240_000);

  it('staff put right who came, by keyboard alone, and see a series and its expectation', async () => {
    const { page, complaints } = staff;
    const found: string[] = [];
    const series = (await sessions('delivered')).find(({ seriesId }) => seriesId !== null);
    if (!series) throw new Error('The demo has no series.');
    const past = await aBookedSession('Place value in a hurry', 3_000);
    await new Promise((begun) => setTimeout(begun, 4_000));
    await page.goto(`${lectern.url}/staff/cpd/sessions/${past.id}/attendance`);
    await page.getByRole('heading', { name: 'Teachers' }).waitFor();
    found.push(...(await lookAt(page, 'cpd attendance held')), ...(await tabThrough(page)));
    const opener = page.getByRole('button', { name: /^Correct/ }).last();
    found.push(...(await throughDialog(page, 'a correction', opener, () => lookAt(page, 'cpd correction'))));
    await opener.click();
    await page.getByLabel('Yes, for part of it').check();
    await page.getByLabel('They left at').fill('00:05');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('There is a problem').waitFor();
    found.push(...(await lookAt(page, 'cpd correction refused')));
    await page.getByLabel('They left at').fill('');
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('How do you know?').fill('I was in the room.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('By hand: I was in the room.').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('By hand: I was in the room.').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Mark as delivered' }).click();
    found.push(...(await lookAt(page, 'cpd delivering')));
    await page.getByRole('button', { name: 'Yes, it was delivered' }).click();
    await page.getByText('Not recorded').waitFor();
    await page.getByRole('button', { name: 'Say it of all at once' }).click();
    await page.getByLabel('How do you know?').fill('The teacher wrote to us.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('By hand: The teacher wrote to us.').waitFor();
    found.push(...(await lookAt(page, 'cpd attendance settled')));

    await page.goto(`${lectern.url}/staff/cpd/series/${series.seriesId}/attendance`);
    await page.getByRole('heading', { name: 'People' }).waitFor();
    found.push(...(await lookAt(page, 'cpd series')), ...(await tabThrough(page)));
    await teacher.page.goto(`${lectern.url}/my-cpd/hours`);
    await settled(teacher.page);
    found.push(...(await lookAt(teacher.page, 'cpd hours')), ...(await tabThrough(teacher.page)));
    await teacher.page.goto(`${lectern.url}/my-cpd/sessions/${series.id}/ticket`);
    await settled(teacher.page);
    found.push(...(await lookAt(teacher.page, 'cpd no ticket')));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  }, 240_000);
});
